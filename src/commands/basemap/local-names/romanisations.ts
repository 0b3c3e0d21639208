/** What a letter may become in Latin script: every way that GeoNames and English maps write it. */
export type Romanisation = Readonly<Record<string, readonly string[]>>;

function romanisation(table: string): Romanisation {
  return Object.fromEntries(
    table
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [letter = '', ways = ''] = entry.split(':');
        return [letter, ways.split(',')];
      }),
  );
}

/** An empty way, written as nothing after a comma, is a letter that Latin script leaves out. */
export const ukrainian = romanisation(`
  а:a б:b в:v г:h,g ґ:g д:d е:e є:ye,ie ж:zh з:z и:y і:i ї:yi,i й:y,i, к:k л:l м:m н:n о:o п:p р:r с:s т:t
  у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь:, ю:yu,iu я:ya,ia
`);

export const russian = romanisation(`
  а:a б:b в:v г:g д:d е:e,ye ё:o,e,yo,ye ж:zh з:z и:i й:y,i, к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh
  ц:ts ч:ch ш:sh щ:shch ъ:, ы:y ь:, э:e ю:yu я:ya
`);

export const belarusian = romanisation(`
  а:a б:b в:v г:h,g д:d е:ye,ie,e ё:yo,io ж:zh з:z і:i й:y,i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:w,u ф:f
  х:kh ц:ts ч:ch ш:sh ы:y ь:, э:e ю:yu,iu я:ya,ia
`);

export const bulgarian = romanisation(`
  а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y,i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h,kh ц:ts ч:ch ш:sh
  щ:sht ъ:a,u ь:y,i, ю:yu,iu я:ya,ia,a
`);

export const serbian = romanisation(`
  а:a б:b в:v г:g д:d ђ:dj,d е:e ж:z з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:c у:u ф:f х:h
  ц:c ч:c џ:dz ш:s
`);

export const macedonian = romanisation(`
  а:a б:b в:v г:g д:d ѓ:gj,g,dj е:e ж:zh,z з:z ѕ:dz,z и:i ј:j,y,i к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t
  ќ:kj,k,c у:u ф:f х:h ц:c,ts ч:ch,c џ:dzh,dz ш:sh,s
`);

/** Two letters that are one sound come first. */
export const greek = romanisation(`
  ου:ou,u αυ:av,af,au ευ:ev,ef,eu μπ:b,mp,mb ντ:d,nt,nd γκ:g,gk,ng γγ:ng,gg γχ:nch,gch ει:ei,i οι:oi,i αι:ai,e τζ:tz
  α:a β:v,b γ:g,y δ:d,dh ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x,ks ο:o π:p ρ:r σ:s ς:s τ:t υ:y,i φ:f,ph χ:ch,kh,h
  ψ:ps ω:o
`);

/** Short vowels are not written, so the reader of this table lets any stand between two letters. */
export const arabic = romanisation(`
  ا:a,e, أ:a,o,u,e إ:i,e آ:a ب:b ت:t ث:th ج:j,dj,g ح:h خ:kh د:d ذ:dh ر:r ز:z س:s,ss,c ش:sh,ch ص:s ض:d ط:t ظ:z,dh ع:a,
  غ:gh ف:f ق:q,k,g ك:k ل:l م:m ن:n ه:h و:w,ou,u,o,oo ي:y,i,ee,ei,ai,e ى:a ة:ah,a,at,eh,e ئ:, ؤ:, ء:,
`);

export const persian = romanisation(`
  ا:a,e,o, آ:a ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z ع:a,e, غ:gh,q ف:f ق:q,gh
  ک:k گ:g ل:l م:m ن:n و:v,u,ow,o,w,ou ه:h,eh,e,a ی:y,i,ey,e,a ئ:, 
`);
