#define _GNU_SOURCE
#include "PseudoTerminal.h"

#include <CTerminal.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int pseudo_terminal_open(int *person, int *program) { return openpty(person, program, NULL, NULL, NULL); }

int pseudo_terminal_crash(int program, const char *farewell, const char *words, int number) {
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    // Between fork and the end only calls that are safe in a signal handler: the parent has other threads.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // The thread that forked may have it blocked.
    sigset_t mask;
    sigemptyset(&mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    signal(number, SIG_DFL);
    dup2(program, STDERR_FILENO);
    if (cterminal_raw(program) != 0) _exit(3);
    cterminal_errors_begin();
    cterminal_crash_begin(program, farewell, strlen(farewell));
    (void)!write(STDERR_FILENO, words, strlen(words));
    raise(number);
    _exit(4);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child ? status : -1;
}

int pseudo_terminal_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
