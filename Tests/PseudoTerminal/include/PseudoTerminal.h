#ifndef CZTIC_PSEUDO_TERMINAL_H
#define CZTIC_PSEUDO_TERMINAL_H

/// Opens both ends of a pseudoterminal: a person's and a program's. Returns 0 or -1.
int pseudo_terminal_open(int *person, int *program);

/// Starts a process on the program's end that makes it raw, keeps standard error, says `farewell` when it crashes, writes `words` to standard
/// error and then sends itself a signal. Returns its wait status, or -1.
int pseudo_terminal_crash(int program, const char *farewell, const char *words, int signal);

/// The signal that ended a process, by its wait status; 0 if it ended by itself.
int pseudo_terminal_signal(int status);

#endif
