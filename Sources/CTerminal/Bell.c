#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "Internal.h"

static atomic_int bell = -1;
static atomic_uint happened;

int cterminal_bell(void) {
  int descriptor = atomic_load(&bell);
  if (descriptor >= 0) return descriptor;
  int made = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  int none = -1;
  if (made >= 0 && !atomic_compare_exchange_strong(&bell, &none, made)) close(made);
  return atomic_load(&bell);
}

void cterminal_note(unsigned what) {
  int saved = errno;
  atomic_fetch_or(&happened, what);
  int descriptor = atomic_load(&bell);
  uint64_t one = 1;
  // It can only fail where the bell rings already.
  if (descriptor >= 0) (void)!write(descriptor, &one, sizeof one);
  errno = saved;
}

void cterminal_wake(void) { cterminal_note(CTERMINAL_WOKEN); }

unsigned cterminal_take(void) {
  uint64_t count;
  int descriptor = atomic_load(&bell);
  // Silenced first: what happens in between rings again.
  if (descriptor >= 0) (void)!read(descriptor, &count, sizeof count);
  return atomic_exchange(&happened, 0);
}

void cterminal_forget(unsigned what) { atomic_fetch_and(&happened, ~what); }

int cterminal_is_terminated(void) { return (atomic_load(&happened) & CTERMINAL_TERMINATED) != 0; }
