#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CTerminal.h"
#include "Internal.h"

void cterminal_keep_freed(void) {
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
}

int cterminal_memory_file(void) { return memfd_create("terminal", MFD_CLOEXEC); }

size_t cterminal_memory_length(int descriptor) {
  off_t length = lseek(descriptor, 0, SEEK_CUR);
  return length > 0 ? (size_t)length : 0;
}

size_t cterminal_memory_take(int descriptor, char *bytes, size_t length) {
  ssize_t count = pread(descriptor, bytes, length, 0);
  // It keeps its pages: what is written next goes over what was taken, and the place says how much of it counts.
  lseek(descriptor, 0, SEEK_SET);
  return count > 0 ? (size_t)count : 0;
}

// MARK: - Standard error

static volatile sig_atomic_t kept = -1;
static volatile sig_atomic_t original = -1;

void cterminal_errors_begin(void) {
  // Where it goes into a file, it harms no screen.
  if (original >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = cterminal_memory_file();
  if (memory < 0) return;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || dup2(memory, STDERR_FILENO) < 0) {
    close(memory);
    if (copy >= 0) close(copy);
    return;
  }
  kept = memory;
  original = copy;
}

void cterminal_errors_replay(void) {
  int from = kept, to = original;
  if (from < 0 || to < 0) return;
  char bytes[4096];
  off_t place = 0;
  for (;;) {
    ssize_t count = pread(from, bytes, sizeof bytes, place);
    // Not to a terminal that stands still: the process is to end.
    struct pollfd ready = {.fd = to, .events = POLLOUT};
    if (count > 0 && poll(&ready, 1, 200) <= 0) break;
    if (count <= 0 || write(to, bytes, (size_t)count) != count) break;
    place += count;
  }
  dup2(to, STDERR_FILENO);
  kept = -1;
  original = -1;
}

void cterminal_errors_end(void) {
  int from = kept, to = original;
  cterminal_errors_replay();
  if (from >= 0) close(from);
  if (to >= 0) close(to);
}
