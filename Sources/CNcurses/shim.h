#ifndef CZTIC_CNCURSES_SHIM_H
#define CZTIC_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#include <wchar.h>

// Swift does not see the macros of curses. These give it what is used, and no more.

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_underline = A_UNDERLINE;

/// Makes one entry of a row: a base, and up to four marks over it. `setcchar` would measure and check again what the canvas has, at ten
/// times the cost, and a page has thousands of entries.
static inline void cn_set(cchar_t *cell, const wchar_t *chars, int count, attr_t attributes, short pair) {
  *cell = (cchar_t){.attr = attributes | (attr_t)COLOR_PAIR(pair)};
#if NCURSES_EXT_COLORS
  cell->ext_color = pair;
#endif
  for (int place = 0; place < count && place < CCHARW_MAX; place++) cell->chars[place] = chars[place];
}

/// Makes the screen's own ground a pair of colours: what ncurses clears, it then takes for blanks of that pair.
static inline void cn_set_ground(WINDOW *window, short pair) {
  cchar_t blank;
  const wchar_t space = L' ';
  cn_set(&blank, &space, 1, 0, pair);
  wbkgrnd(stdscr, &blank);
  wbkgrnd(window, &blank);
  wbkgrndset(curscr, &blank);
}

/// A text from the terminal's description, or null where it has none. `tigetstr` tells the two kinds of none apart by an address that Swift
/// cannot compare with.
static inline const char *cn_description(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? 0 : text;
}

/// The screen as it shall be after the next update. There is one window, as large as the screen: to paint it here spares the copy that
/// `wnoutrefresh` makes of every row that was touched.
static inline WINDOW *cn_next_screen(void) { return newscr; }

/// The screen as ncurses holds the terminal to show it.
static inline WINDOW *cn_shown_screen(void) { return curscr; }

/// A description with its numbers filled in; it stays until the next call.
static inline const char *cn_filled(const char *description, int first, int second) { return tiparm(description, first, second); }

static inline int cn_colors(void) { return COLORS; }
static inline int cn_columns_of(wchar_t character) { return wcwidth(character); }

#endif
