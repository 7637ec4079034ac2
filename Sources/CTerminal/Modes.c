#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "Internal.h"

static struct termios saved;
static volatile sig_atomic_t saved_descriptor = -1;

int cterminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int cterminal_raw(int descriptor) {
  if (tcgetattr(descriptor, &saved) != 0) return -1;
  struct termios raw = saved;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON | PARMRK);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cflag = (raw.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  // Not TCSAFLUSH: what was typed ahead must not be lost.
  if (tcsetattr(descriptor, TCSADRAIN, &raw) != 0) return -1;
  saved_descriptor = descriptor;
  return 0;
}

void cterminal_cooked(void) {
  int descriptor = saved_descriptor;
  if (descriptor < 0) return;
  int error = errno;
  while (tcsetattr(descriptor, TCSANOW, &saved) != 0 && errno == EINTR) {}
  saved_descriptor = -1;
  errno = error;
}

// MARK: - Crashes

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
enum { crash_count = sizeof crashes / sizeof crashes[0] };
static struct sigaction before[crash_count];
static char farewell_bytes[512];
static size_t farewell_length;
static volatile sig_atomic_t farewell_descriptor = -1;
// A stack that has overflowed cannot carry its own handler.
static char crash_stack[65536];
static stack_t stack_before;

static void crash(int signal) {
  int descriptor = farewell_descriptor;
  farewell_descriptor = -1;
  if (descriptor >= 0) {
    (void)!write(descriptor, farewell_bytes, farewell_length);
    cterminal_cooked();
    cterminal_errors_replay();
  }
  // Whoever handled crashes before (the language's backtraces) does so now, on a terminal in order.
  for (size_t index = 0; index < crash_count; index++) sigaction(crashes[index], &before[index], NULL);
  raise(signal);
}

void cterminal_crash_begin(int descriptor, const char *farewell, size_t length) {
  if (farewell_descriptor >= 0) return;
  farewell_length = length < sizeof farewell_bytes ? length : sizeof farewell_bytes;
  memcpy(farewell_bytes, farewell, farewell_length);
  farewell_descriptor = descriptor;
  stack_t stack = {0};
  stack.ss_sp = crash_stack;
  stack.ss_size = sizeof crash_stack;
  sigaltstack(&stack, &stack_before);
  for (size_t index = 0; index < crash_count; index++) {
    struct sigaction action = {0};
    action.sa_handler = crash;
    action.sa_flags = SA_ONSTACK;
    sigfillset(&action.sa_mask);
    sigaction(crashes[index], &action, &before[index]);
  }
}

void cterminal_crash_end(void) {
  if (farewell_descriptor < 0) return;
  for (size_t index = 0; index < crash_count; index++) sigaction(crashes[index], &before[index], NULL);
  sigaltstack(&stack_before, NULL);
  farewell_descriptor = -1;
}
