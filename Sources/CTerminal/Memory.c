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

static unsigned char harmless(const struct cterminal_text *text, unsigned char byte) {
  unsigned char last = text->last, before = text->before;
  if (byte < 0x20) return byte == '\n' || byte == '\t' ? byte : '?';
  if (byte == 0x7F) return '?';
  // What belongs to no character could be a control to a terminal of eight bits.
  if (byte >= 0x80 && byte < 0xC0 && text->due == 0) return '?';
  // U+0080 to U+009F become U+00BF, U+061C becomes U+061F.
  if (last == 0xC2 && byte >= 0x80 && byte < 0xA0) return 0xBF;
  if (last == 0xD8 && byte == 0x9C) return 0x9F;
  // U+200E, U+200F and U+2028 to U+202E become U+203D, U+2066 to U+2069 become U+2047.
  if (before == 0xE2 && last == 0x80 && (byte == 0x8E || byte == 0x8F || (byte >= 0xA8 && byte <= 0xAE))) return 0xBD;
  if (before == 0xE2 && last == 0x81 && byte >= 0xA6 && byte <= 0xA9) return 0x87;
  return byte;
}

void cterminal_make_harmless(struct cterminal_text *text, char *bytes, size_t length) {
  for (size_t index = 0; index < length; index++) {
    unsigned char byte = (unsigned char)bytes[index];
    bytes[index] = (char)harmless(text, byte);
    if (byte >= 0xC2 && byte < 0xF5) text->due = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    else text->due = byte >= 0x80 && byte < 0xC0 && text->due > 0 ? text->due - 1 : 0;
    text->before = text->last;
    text->last = byte;
  }
}

void cterminal_errors_replay(void) {
  int from = kept, to = original;
  if (from < 0 || to < 0) return;
  char bytes[4096];
  off_t place = 0;
  struct cterminal_text text = {0};
  for (;;) {
    ssize_t count = pread(from, bytes, sizeof bytes, place);
    if (count > 0) cterminal_make_harmless(&text, bytes, (size_t)count);
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
