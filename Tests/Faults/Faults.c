// See include/Faults.h.
//
// A line of the trace is a letter, a name behind `=` (what follows the file's own name; `/` for its folder) and numbers:
//   W =NAME OFFSET LENGTH, then so many bytes   T =NAME LENGTH   S =NAME   C =NAME   U =NAME   M =OLD =NEW   L =OLD =NEW   D /   A LENGTH, then so many bytes

#define _GNU_SOURCE
#include "Faults.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096, FOLDER = 2 };

static char prefix[4096], folder[4096], marker[4096];
static char names[DESCRIPTORS][64];
static char kinds[DESCRIPTORS];
static long target;
static int tears, error_number, trace = -1;
static char failing[8];
static long count;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULTS_FILE"), *fault = getenv("FAULTS"), *when = getenv("FAULTS_WHILE"), *path = getenv("FAULTS_TRACE");
  if (!file) return;
  snprintf(prefix, sizeof prefix, "%s", file);
  snprintf(folder, sizeof folder, "%s", file);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  if (when) snprintf(marker, sizeof marker, "%s", when);
  if (fault && (!strncmp(fault, "kill:", 5) || !strncmp(fault, "tear:", 5))) {
    target = atol(fault + 5);
    tears = fault[0] == 't';
  } else if (fault) {
    sscanf(fault, "fail:%7[a-z]:%d", failing, &error_number);
  }
  if (path) trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static const char *beside(const char *path) {
  size_t length = strlen(prefix);
  return length && !strncmp(path, prefix, length) ? path + length : NULL;
}

static const char *name_of(int descriptor) {
  return descriptor >= 0 && descriptor < DESCRIPTORS && kinds[descriptor] == 1 ? names[descriptor] : NULL;
}

static int fails(char what) {
  if (!error_number || !strchr(failing, what)) return 0;
  if (marker[0] && syscall(SYS_access, marker, F_OK) != 0) return 0;
  errno = error_number;
  return 1;
}

static void note(const void *bytes, size_t length, const char *format, ...) {
  if (trace < 0) return;
  char line[256];
  va_list values;
  va_start(values, format);
  int size = vsnprintf(line, sizeof line, format, values);
  va_end(values);
  syscall(SYS_write, trace, line, size);
  if (length) syscall(SYS_write, trace, bytes, length);
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a change, and ends the program at the one that was asked for; a write has a half that can be done first.
static void step(int descriptor, const void *bytes, size_t length, off_t offset) {
  if (!target || ++count != target) return;
  if (tears && length > 1) syscall(SYS_pwrite64, descriptor, bytes, length / 2, offset);
  die();
}

static int opened(int descriptor, const char *path, int is_new) {
  if (descriptor < 0 || descriptor >= DESCRIPTORS) return descriptor;
  const char *name = beside(path);
  pthread_mutex_lock(&mutex);
  kinds[descriptor] = name && strlen(name) < sizeof names[0] ? 1 : folder[0] && !strcmp(path, folder) ? FOLDER : 0;
  if (kinds[descriptor] == 1) {
    strcpy(names[descriptor], name);
    if (is_new) {
      step(-1, NULL, 0, 0);
      note(NULL, 0, "C =%s\n", name);
    }
  }
  pthread_mutex_unlock(&mutex);
  return descriptor;
}

static int open_it(const char *path, int flags, mode_t mode) {
  int is_new = (flags & O_CREAT) && beside(path) && syscall(SYS_access, path, F_OK) != 0;
  if (is_new && fails('w')) return -1;
  return opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, is_new);
}

static mode_t mode_of(int flags, va_list values) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(values, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list values;
  va_start(values, flags);
  mode_t mode = mode_of(flags, values);
  va_end(values);
  return open_it(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list values;
  va_start(values, flags);
  mode_t mode = mode_of(flags, values);
  va_end(values);
  return open_it(path, flags, mode);
}

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < DESCRIPTORS) kinds[descriptor] = 0;
  return (int)syscall(SYS_close, descriptor);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
  const char *name = name_of(descriptor);
  if (!name) return syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (fails('w')) return -1;
  pthread_mutex_lock(&mutex);
  step(descriptor, bytes, length, offset);
  ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (written > 0) note(bytes, (size_t)written, "W =%s %lld %zd\n", name, (long long)offset, written);
  pthread_mutex_unlock(&mutex);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return pwrite64(descriptor, bytes, length, offset); }

ssize_t write(int descriptor, const void *bytes, size_t length) {
  if (name_of(descriptor)) return pwrite64(descriptor, bytes, length, lseek(descriptor, 0, SEEK_CUR)) < 0 ? -1 : lseek(descriptor, (off_t)length, SEEK_CUR) < 0 ? -1 : (ssize_t)length;
  if (descriptor != STDOUT_FILENO || trace < 0) return syscall(SYS_write, descriptor, bytes, length);
  // Noted first: what is said is true before it is heard.
  pthread_mutex_lock(&mutex);
  note(bytes, length, "A %zu\n", length);
  pthread_mutex_unlock(&mutex);
  return syscall(SYS_write, descriptor, bytes, length);
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off64_t offset) {
  if (name_of(descriptor) && fails('r')) return -1;
  return syscall(SYS_pread64, descriptor, bytes, length, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset) { return pread64(descriptor, bytes, length, offset); }

int ftruncate64(int descriptor, off64_t length) {
  const char *name = name_of(descriptor);
  if (!name) return (int)syscall(SYS_ftruncate, descriptor, length);
  if (fails('w')) return -1;
  pthread_mutex_lock(&mutex);
  step(-1, NULL, 0, 0);
  int result = (int)syscall(SYS_ftruncate, descriptor, length);
  if (!result) note(NULL, 0, "T =%s %lld\n", name, (long long)length);
  pthread_mutex_unlock(&mutex);
  return result;
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

static int sync_it(int descriptor, long call) {
  int is_folder = descriptor >= 0 && descriptor < DESCRIPTORS && kinds[descriptor] == FOLDER;
  const char *name = name_of(descriptor);
  if (!name && !is_folder) return (int)syscall(call, descriptor);
  if (fails('s')) return -1;
  pthread_mutex_lock(&mutex);
  step(-1, NULL, 0, 0);
  int result = (int)syscall(call, descriptor);
  if (!result && is_folder) note(NULL, 0, "D /\n");
  if (!result && name) note(NULL, 0, "S =%s\n", name);
  pthread_mutex_unlock(&mutex);
  return result;
}

int fsync(int descriptor) { return sync_it(descriptor, SYS_fsync); }

int fdatasync(int descriptor) { return sync_it(descriptor, SYS_fdatasync); }

int unlink(const char *path) {
  const char *name = beside(path);
  if (!name) return (int)syscall(SYS_unlink, path);
  pthread_mutex_lock(&mutex);
  step(-1, NULL, 0, 0);
  int result = (int)syscall(SYS_unlink, path);
  if (!result) note(NULL, 0, "U =%s\n", name);
  pthread_mutex_unlock(&mutex);
  return result;
}

static int move(long call, const char *old, const char *new) {
  const char *from = beside(old), *to = beside(new);
  if (!from || !to) return (int)syscall(call, old, new);
  if (fails('w')) return -1;
  pthread_mutex_lock(&mutex);
  step(-1, NULL, 0, 0);
  int result = (int)syscall(call, old, new);
  if (!result) note(NULL, 0, "%s =%s =%s\n", call == SYS_link ? "L" : "M", from, to);
  pthread_mutex_unlock(&mutex);
  return result;
}

int rename(const char *old, const char *new) { return move(SYS_rename, old, new); }

int link(const char *old, const char *new) { return move(SYS_link, old, new); }
