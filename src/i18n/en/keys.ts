/** The list of keys: by groups, each with what its commands do. `src/ui/keys/key-groups.ts` has the keys of each. */
export const keys = {
  title: 'Keyboard',
  open: 'Show all keys',
  note: 'Everything on the map is also in the list. Keys act on the part of the page that has the focus.',
  switchLabel: 'The key ? opens this list',
  names: {
    Tab: 'Tab',
    Enter: 'Enter',
    Space: 'Space',
    Escape: 'Esc',
    Arrow: 'arrow keys',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    End: 'End',
    Shift: 'Shift',
    Alt: 'Alt',
    Control: 'Ctrl',
    v: 'V',
    '?': '?',
    '+': '+',
    '-': '−',
    drag: 'drag',
    wheel: 'wheel',
    'double-click': 'double-click',
  },
  groups: {
    page: {
      title: 'Whole page',
      commands: {
        next: 'go to the next part of the page, or the one before: headline, tools, key, map, panel, timeline',
        press: 'use the button in focus, or open the item',
        close:
          'close the topmost dialog, menu or panel, or end the comparison; clear the search field',
        paste: 'open copied files, a table or a link',
        help: 'show this list',
      },
    },
    map: {
      title: 'Map',
      commands: { move: 'move the map', zoom: 'zoom in, zoom out' },
    },
    marks: {
      title: 'Marks on the map',
      commands: {
        go: 'go to the next mark in this direction',
        open: 'open the incidents of the mark',
      },
    },
    thumbs: {
      title: 'Start and end of the period',
      commands: {
        move: 'move by one column, or by less if “Move by whole columns” is off',
        moveFar: 'move by several columns',
        ends: 'move as far as possible',
        zoom: 'zoom in and out on the time axis',
        zoomToWindow: 'zoom the time axis to the period',
      },
    },
    plot: {
      title: 'Columns of the timeline, with a pointer',
      commands: {
        brush: 'zoom the time axis to what you draw',
        free: 'move by minutes, or by columns if “Move by whole columns” is off',
        zoom: 'zoom the time axis',
        pan: 'move the time axis',
        whole: 'on the labels of the axis: show all of it',
      },
    },
    dates: {
      title: 'Fields with dates',
      commands: { take: 'show the period', leave: 'show the period and go to the next field' },
    },
    notes: {
      title: 'Notes on the coverage of the data',
      commands: { hide: 'hide the note' },
    },
  },
};
