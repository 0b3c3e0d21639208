import {
  CHOSEN_RING,
  CUT_WIDTH,
  HALF_GAP,
  HALF_LINE,
  HALF_NUMBER,
  LOZENGE_EDGE,
  LOZENGE_STROKE,
  MARK_FORMS,
  MAX_PARTS,
  POSSIBLE_LINE,
  edgeOf,
} from '../../core/model/mark-shape.ts';
import { MAX_GLYPHS, MAX_ROWS, SIZE_SLACK } from './glyph-atlas.ts';
import {
  CHOSEN,
  LEFT_HALF,
  LINE,
  LOZENGE,
  NUMBERS,
  OPEN_LOZENGE,
  POSSIBLE,
  RIGHT_HALF,
} from './instances.ts';

const float = (value: number): string => value.toFixed(4);
const TURN = float(2 * Math.PI);
const code = (form: (typeof MARK_FORMS)[number]): number => MARK_FORMS.indexOf(form);

/*
 * `instances.ts` says what the numbers of an instance are. Lengths are CSS pixels. Every shape is an edge of
 * paper, a rim and what is inside of it. Where there is no graphics card, both sides of a branch are run for
 * every pixel but a loop is left at once, so rare work is in loops that run once or not at all.
 */
const INSTANCE = `
uniform highp sampler2D u_instances;
uniform mat4 u_matrix;
uniform vec2 u_clipOfPixel;

vec4 numbers(int instance, int texel) {
  int line = instance / ${LINE};
  return texelFetch(u_instances, ivec2((instance - line * ${LINE}) * ${NUMBERS / 4} + texel, line), 0);
}

/** Two triangles: 0, 1, 2 and 2, 1, 3. */
int corner(int vertex) { return vertex < 3 ? vertex : vertex == 3 ? 2 : vertex == 4 ? 1 : 3; }
`;

/** `v_rim` ends with 1 where the colour of the rim depends on the position: its ring has several parts. */
export const SHAPE_VERTICES = `#version 300 es
precision highp float;
${INSTANCE}
uniform vec3 u_parts[${MAX_PARTS}];
uniform vec3 u_paper;
uniform vec3 u_core;
uniform vec3 u_ink;
uniform vec3 u_line;
uniform vec3 u_accent;
out vec2 v_at;
flat out vec4 v_shape;
flat out vec4 v_rim;
flat out vec4 v_inner;
flat out vec4 v_ends;
flat out vec4 v_moreEnds;

void main() {
  int instance = gl_VertexID / 6;
  vec4 place = numbers(instance, 0), more = numbers(instance, 1);
  v_ends = numbers(instance, 2);
  v_moreEnds = numbers(instance, 3);
  int kind = int(place.z) % ${LEFT_HALF};
  float reach = place.w, stroke = more.x, edge = ${float(edgeOf('filled'))}, diagonal = 1.0;
  vec2 middle = vec2(0.0);
  int part = int(dot(vec4(lessThanEqual(v_ends, vec4(0.5))) + vec4(lessThanEqual(v_moreEnds, vec4(0.5))), vec4(1.0)));
  v_rim = vec4(u_parts[part], 0.0);
  v_inner = vec4(v_rim.rgb, 1.0);
  if (kind == ${code('open')} || kind == ${code('half')}) v_inner.rgb = u_paper;
  if (kind == ${code('coin')} || kind == ${code('square-coin')}) {
    bool isWhole = all(equal(fract(v_ends), vec4(0.0))) && all(equal(fract(v_moreEnds), vec4(0.0)));
    v_rim.a = isWhole ? 0.0 : 1.0;
    v_inner.rgb = u_core;
    edge = ${float(edgeOf('coin'))};
  }
  if (kind == ${LOZENGE} || kind == ${OPEN_LOZENGE}) {
    middle = vec2(stroke, -abs(stroke));
    stroke = ${float(LOZENGE_STROKE)};
    edge = ${float(LOZENGE_EDGE)};
    diagonal = ${float(Math.SQRT2)};
    v_rim.rgb = u_ink;
    v_inner.rgb = kind == ${LOZENGE} ? u_ink : u_paper;
  }
  if (kind == ${CHOSEN} || kind == ${POSSIBLE}) {
    stroke = kind == ${CHOSEN} ? ${float(CHOSEN_RING.width)} : ${float(POSSIBLE_LINE.width)};
    reach += 0.5 * stroke;
    edge = 0.0;
    v_rim.rgb = kind == ${CHOSEN} ? u_accent : u_line;
    v_inner = vec4(u_paper, kind == ${CHOSEN} ? 0.0 : 0.8);
  }
  int at = corner(gl_VertexID % 6);
  v_at = vec2((at & 1) * 2 - 1, (at >> 1) * 2 - 1) * (reach + edge * diagonal + 0.75);
  vec4 centre = u_matrix * vec4(place.xy, 0.0, 1.0);
  gl_Position = centre + vec4((middle + v_at) * u_clipOfPixel * centre.w, 0.0, 0.0);
  v_shape = vec4(place.z, reach, stroke, edge);
}`;

/**
 * `cover`: how much of a pixel is inside, by the distance of its middle from the edge; negative is inside.
 * `around`: the share around the ring, from 12 o'clock clockwise, and the length of the whole at this distance.
 */
export const SHAPE_PIXELS = `#version 300 es
precision highp float;
in vec2 v_at;
flat in vec4 v_shape;
flat in vec4 v_rim;
flat in vec4 v_inner;
flat in vec4 v_ends;
flat in vec4 v_moreEnds;
uniform float u_ratio;
uniform vec3 u_parts[${MAX_PARTS}];
uniform vec3 u_paper;
out vec4 color;

float cover(float beyond) { return clamp(0.5 - beyond * u_ratio, 0.0, 1.0); }

vec2 around(bool isSquare) {
  vec2 far = abs(v_at);
  float reach = max(far.x, far.y);
  float along = far.y >= far.x
    ? (v_at.y < 0.0 ? v_at.x : 4.0 * reach - v_at.x)
    : (v_at.x > 0.0 ? 2.0 * reach + v_at.y : 6.0 * reach - v_at.y);
  vec2 ofDisc = vec2(atan(v_at.x, -v_at.y) / ${TURN}, length(v_at) * ${TURN});
  vec2 share = isSquare ? vec2(along / (8.0 * reach), 8.0 * reach) : ofDisc;
  return vec2(fract(share.x), share.y);
}

/** Of half a mark, parts go from 12 to 6 o'clock on its own side. */
vec3 ringColor(bool isSquare, int side) {
  vec2 share = around(isSquare);
  if (side == ${LEFT_HALF}) share.x = 1.0 - share.x;
  if (side > 0) share *= vec2(2.0, 0.5);
  vec4 here = vec4(share.x);
  int part = int(dot(vec4(lessThanEqual(v_ends, here)) + vec4(lessThanEqual(v_moreEnds, here)), vec4(1.0)));
  vec4 gaps = min(abs(v_ends - here), abs(v_moreEnds - here));
  float gap = min(min(min(gaps.x, gaps.y), min(gaps.z, gaps.w)), min(share.x, 1.0 - share.x));
  return mix(u_parts[part], u_paper, cover(gap * share.y - ${float(CUT_WIDTH / 2)}));
}

float dash(float reach) {
  float length = ${TURN} * reach;
  float dashes = max(floor(length / ${float(POSSIBLE_LINE.dash + POSSIBLE_LINE.gap)} + 0.5), 4.0);
  float part = ${float(POSSIBLE_LINE.dash / (POSSIBLE_LINE.dash + POSSIBLE_LINE.gap) / 2)};
  return cover((abs(fract(around(false).x * dashes) - 0.5) - part) * length / dashes);
}

void main() {
  int part = int(v_shape.x);
  int kind = part % ${LEFT_HALF}, side = part - kind;
  float reach = v_shape.y, stroke = v_shape.z;
  vec2 far = abs(v_at);
  bool isSquare = kind == ${code('square')} || kind == ${code('square-coin')};
  float beyond = (isSquare ? max(far.x, far.y) : length(v_at)) - reach;
  if (kind >= ${LOZENGE}) beyond = (far.x + far.y - reach) * ${float(Math.SQRT1_2)};
  float cut = side == 0 ? -reach : ${float(HALF_GAP)} + (side == ${LEFT_HALF} ? v_at.x : -v_at.x);
  float cutLine = kind == ${POSSIBLE} ? 0.0 : min(stroke, ${float(HALF_LINE)});
  float outer = cover(max(beyond - v_shape.w, cut - ${float(HALF_GAP)}));
  float body = cover(max(beyond, cut));
  float inside = cover(max(beyond + stroke, side == 0 ? -reach : cut + cutLine));
  float inner = kind == ${code('half')} ? inside * cover(side == 0 ? -v_at.x : -v_at.y) : inside;
  bool isRim = body > 0.0 && inside < 1.0;
  vec3 rim = v_rim.rgb;
  float alpha = mix(1.0, v_inner.a, inner);
  for (int once = isRim && v_rim.a > 0.0 ? 0 : 1; once < 1; once++) rim = ringColor(isSquare, side);
  for (int once = isRim && kind == ${POSSIBLE} ? 0 : 1; once < 1; once++) {
    float line = dash(reach);
    rim = mix(u_paper, rim, line);
    alpha = mix(mix(v_inner.a, 1.0, line), v_inner.a, inner);
  }
  vec3 edged = v_shape.w > 0.0 ? mix(u_paper, rim, body) : rim;
  color = vec4(mix(edged, v_inner.rgb, inner), 1.0) * (outer * alpha);
}`;

/**
 * Six vertices are one character; the same numbers serve all characters of a mark. From instance `u_first` on are
 * the positions of the instances that have a number. `origin` is from the
 * centre, in device pixels: on whole ones where the map is at rest.
 */
export const NUMBER_VERTICES = `#version 300 es
precision highp float;
${INSTANCE}
uniform vec2 u_viewport;
uniform float u_ratio;
uniform float u_snaps;
uniform int u_first;
uniform int u_perMark;
uniform int u_rowCount;
uniform vec4 u_rows[${MAX_ROWS}];
uniform float u_advances[${MAX_GLYPHS + 1}];
uniform sampler2D u_atlas;
out vec2 v_texel;

void main() {
  gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  int character = gl_VertexID / 6;
  int numbered = character / u_perMark;
  int at = character - numbered * u_perMark;
  int instance = int(numbers(u_first + numbered / ${NUMBERS}, (numbered / 4) % ${NUMBERS / 4})[numbered % 4]);
  vec4 more = numbers(instance, 1);
  ivec2 packed = ivec2(more.yz);
  int glyph = 0;
  float left = 0.0, total = 0.0;
  float most = more.w * u_ratio + ${float(SIZE_SLACK)};
  vec4 row = u_rows[0];
  for (int i = 1; i < u_rowCount; i++) if (u_rows[i].x <= most) row = u_rows[i];
  for (int i = 0; i < u_perMark; i++) {
    int one = ((i < 4 ? packed.x : packed.y) >> (5 * (i & 3))) & 31;
    if (i == at) { glyph = one; left = total; }
    total += floor(u_advances[one] * row.x + 0.5);
  }
  if (glyph == 0 || row.x > most) return;
  vec4 place = numbers(instance, 0);
  vec4 centre = u_matrix * vec4(place.xy, 0.0, 1.0);
  vec2 origin = vec2(left - 0.5 * total, 0.5 * row.w);
  float toSide = place.z < ${float(LEFT_HALF)} ? 0.0 : place.z < ${float(RIGHT_HALF)} ? -1.0 : 1.0;
  origin.x += toSide * ${float(HALF_NUMBER)} * (place.w - more.x) * u_ratio;
  vec2 device = (centre.xy / centre.w * vec2(0.5, -0.5) + 0.5) * u_viewport;
  origin = mix(origin, floor(device + origin + 0.5) - device, u_snaps);
  int side = corner(gl_VertexID % 6);
  vec2 from = vec2(-1.0, -row.w - 1.0);
  vec2 size = vec2(row.z, row.w + ceil(0.3 * row.x) + 1.0);
  vec2 texel = from + vec2(side & 1, side >> 1) * size;
  gl_Position = centre + vec4((origin + texel) / u_ratio * u_clipOfPixel * centre.w, 0.0, 0.0);
  v_texel = (vec2(float(glyph) * row.z + 1.0, row.y + 1.0 + row.w) + texel) / vec2(textureSize(u_atlas, 0));
}`;

export const NUMBER_PIXELS = `#version 300 es
precision highp float;
in vec2 v_texel;
uniform vec3 u_ink;
uniform sampler2D u_atlas;
out vec4 color;
void main() { color = vec4(u_ink, 1.0) * textureLod(u_atlas, v_texel, 0.0).r; }`;
