#define _GNU_SOURCE
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "CTerminal.h"
#include "Internal.h"

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGPIPE,
                              SIGUSR1,  SIGUSR2, SIGALRM};
enum { caught_count = sizeof caught / sizeof caught[0] };
static struct sigaction before[caught_count];
static sigset_t mask_before;
static volatile sig_atomic_t is_begun;

static void note(int signal) {
  switch (signal) {
  case SIGWINCH: cterminal_note(CTERMINAL_RESIZED); break;
  case SIGTSTP: cterminal_note(CTERMINAL_STOP_ASKED); break;
  case SIGCONT: cterminal_note(CTERMINAL_CONTINUED); break;
  default: cterminal_note(CTERMINAL_TERMINATED); break;
  }
}

void cterminal_signals_begin(void) {
  if (is_begun) return;
  // Whoever started the process may have left them blocked.
  sigset_t all;
  sigemptyset(&all);
  for (size_t index = 0; index < caught_count; index++) sigaddset(&all, caught[index]);
  for (size_t index = 0; index < caught_count; index++) {
    struct sigaction action = {0};
    // A write to a line that is gone then fails, and is seen.
    action.sa_handler = caught[index] == SIGPIPE ? SIG_IGN : note;
    // Without SA_RESTART: a write to a terminal that stands still must not keep the program from ending.
    sigfillset(&action.sa_mask);
    sigaction(caught[index], &action, &before[index]);
  }
  pthread_sigmask(SIG_UNBLOCK, &all, &mask_before);
  is_begun = 1;
}

void cterminal_signals_end(void) {
  if (!is_begun) return;
  for (size_t index = 0; index < caught_count; index++) sigaction(caught[index], &before[index], NULL);
  pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
  is_begun = 0;
}

void cterminal_stop(void) {
  struct sigaction usual = {0}, ours;
  usual.sa_handler = SIG_DFL;
  sigemptyset(&usual.sa_mask);
  sigaction(SIGTSTP, &usual, &ours);
  kill(0, SIGTSTP);
  // It has been continued.
  sigaction(SIGTSTP, &ours, NULL);
  cterminal_forget(CTERMINAL_CONTINUED | CTERMINAL_STOP_ASKED);
}

int cterminal_can_stop(void) { return getpgrp() != getsid(0); }
