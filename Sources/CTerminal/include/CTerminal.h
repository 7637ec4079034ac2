#ifndef CZTIC_CTERMINAL_H
#define CZTIC_CTERMINAL_H

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

// What must be C: code that runs inside signal handlers, and calls that Swift does not see. Everything here is of the one terminal of
// the process.

/// What happened since it was last asked, as bits.
enum {
  CTERMINAL_RESIZED = 1,
  CTERMINAL_TERMINATED = 2,
  CTERMINAL_STOP_ASKED = 4,
  CTERMINAL_CONTINUED = 8,
  CTERMINAL_WOKEN = 16,
};

/// A descriptor that becomes readable when something happened; made once, never closed, so that wakers may outlive a terminal. -1 if the
/// system has none left.
int cterminal_bell(void);
/// Makes the bell ring with CTERMINAL_WOKEN. Safe on every thread and in signal handlers.
void cterminal_wake(void);
/// Takes what happened and silences the bell.
unsigned cterminal_take(void);
/// Whether the program was asked to end; leaves it to be taken.
int cterminal_is_terminated(void);

/// Puts handlers in for the signals of a terminal. Call it before ncurses starts, which leaves handlers alone that are there.
void cterminal_signals_begin(void);
/// Puts back what was there before.
void cterminal_signals_end(void);
/// Stops the process group as Ctrl-Z does; returns when it goes on.
void cterminal_stop(void);
/// Whether anything would let the process go on after it was stopped: a shell with job control put it into a group of its own.
int cterminal_can_stop(void);

/// Reads the size of a terminal. Returns 0, or -1 if the descriptor is none.
int cterminal_size(int descriptor, int *columns, int *rows);
/// Saves the modes of a terminal and makes it raw: bytes come as they are typed, and go out as they are written. Returns 0 or -1.
int cterminal_raw(int descriptor);
/// Puts the saved modes back; does nothing if there are none.
void cterminal_cooked(void);

/// From now on a crash writes these bytes to a descriptor and puts the saved modes back before the process ends as it would have.
void cterminal_crash_begin(int descriptor, const char *farewell, size_t length);
/// Crashes end the process without a farewell again.
void cterminal_crash_end(void);

/// How far a text was looked through that comes in pieces: the last two bytes, and how many more belong to the character.
struct cterminal_text {
  unsigned char last, before;
  int due;
};
/// Makes a piece of UTF-8 harmless in its place: controls but line breaks and tabs, and what turns the direction of writing, become signs of the
/// same length that ask. Safe in a signal handler.
void cterminal_make_harmless(struct cterminal_text *text, char *bytes, size_t length);
/// Keeps what is written to standard error, if that is a terminal, until `cterminal_errors_end`.
void cterminal_errors_begin(void);
/// Writes out what was kept, harmless.
void cterminal_errors_end(void);

/// Keeps memory that was freed. A frame frees at its end what the next one takes again: given back to the system meanwhile, each page of it
/// would come as a fault, in the middle of a key.
void cterminal_keep_freed(void);
/// A file in memory, -1 if there can be none.
int cterminal_memory_file(void);
/// How many bytes were written to a file in memory since it was emptied.
size_t cterminal_memory_length(int descriptor);
/// Takes the first bytes of a file in memory and empties it; returns how many they were.
size_t cterminal_memory_take(int descriptor, char *bytes, size_t length);

#endif
