#ifndef CZTIC_CTERMINAL_INTERNAL_H
#define CZTIC_CTERMINAL_INTERNAL_H

/// Notes that something happened and rings the bell.
void cterminal_note(unsigned what);
/// Takes something back that happened.
void cterminal_forget(unsigned what);
/// Writes what was kept of standard error to where it belongs; safe in a signal handler.
void cterminal_errors_replay(void);

#endif
