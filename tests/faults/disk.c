/* A disk between the program and the real one, for LD_PRELOAD; inert until DISK_FOLDER is set.

   Every change under DISK_FOLDER is a step. DISK_LOG: each step is written there as it happens.
   DISK_STEP with DISK_DO: from that step on, and until the file DISK_FREED exists, "full", "quota"
   and "broken" refuse to write, "held" refuses to make files, and from a disk that is "gone"
   nothing can be opened or read either; "kill" ends the process before the step; "slow" delays
   every step by DISK_MS. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define FDS 4096
#define MAKES 2
static char tracked[FDS];
static int log_fd = -1;
static long steps;

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int ours(const char *path) {
    const char *folder = getenv("DISK_FOLDER");
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static int ours_fd(int fd) { return fd >= 0 && fd < FDS && tracked[fd]; }

static void put(const void *bytes, size_t length) {
    if (syscall(SYS_write, log_fd, bytes, length) != (ssize_t)length)
        abort();
}

static void record(char op, int fd, int64_t at, const void *bytes, size_t length) {
    const char *path = getenv("DISK_LOG");
    if (!path)
        return;
    if (log_fd < 0)
        log_fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    struct __attribute__((packed)) { char op; int32_t fd; int64_t at; int32_t length; } head = {
        op, fd, at, (int32_t)length};
    put(&head, sizeof head);
    if (length)
        put(bytes, length);
}

static int is_freed(void) {
    const char *freed = getenv("DISK_FREED");
    return freed && !access(freed, F_OK);
}

static int is_gone(void) {
    const char *act = getenv("DISK_DO");
    return act && !strcmp(act, "gone") && steps >= atol(getenv("DISK_STEP")) && !is_freed();
}

/* 0 when the step may be taken, otherwise the errno it fails with. */
static int step(int writes) {
    const char *act = getenv("DISK_DO"), *from = getenv("DISK_STEP");
    long now = __sync_add_and_fetch(&steps, 1);
    if (!act)
        return 0;
    if (!strcmp(act, "slow")) {
        long ms = atol(getenv("DISK_MS"));
        struct timespec rest = {ms / 1000, ms % 1000 * 1000000};
        nanosleep(&rest, NULL);
        return 0;
    }
    if (now < atol(from))
        return 0;
    if (!strcmp(act, "kill"))
        syscall(SYS_kill, getpid(), SIGKILL);
    if (!strcmp(act, "held"))
        return writes == MAKES && !is_freed() ? EACCES : 0;
    if ((!writes && strcmp(act, "gone")) || is_freed())
        return 0;
    return !strcmp(act, "full") ? ENOSPC : !strcmp(act, "quota") ? EDQUOT : EIO;
}

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < FDS) {
        tracked[fd] = ours(path);
        if (tracked[fd])
            record('o', fd, flags & O_TRUNC ? 1 : 0, path, strlen(path));
    }
    return fd;
}

static int may_open(const char *path, int flags) {
    int wrong = ours(path) && (flags & O_CREAT) && access(path, F_OK) ? step(MAKES) : 0;
    wrong = !wrong && ours(path) && is_gone() ? ENOENT : wrong;
    errno = wrong ? wrong : errno;
    return !wrong;
}

#define MODE() va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more)
#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        MODE(); REAL(name); \
        return may_open(path, flags) ? opened(real(path, flags, mode), path, flags) : -1; }
#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        MODE(); REAL(name); \
        return may_open(path, flags) ? opened(real(folder, path, flags, mode), path, flags) : -1; }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FDS)
        tracked[fd] = 0;
    return real(fd);
}

#define GUARD(may_fail) \
    if (ours_fd(fd)) { int wrong = step(may_fail); if (wrong) { errno = wrong; return -1; } }

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *bytes, size_t length, offset at) { \
        REAL(name); GUARD(1) \
        ssize_t done = real(fd, bytes, length, at); \
        if (ours_fd(fd) && done > 0) record('w', fd, at, bytes, done); \
        return done; }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define READS(name, offset) \
    ssize_t name(int fd, void *bytes, size_t length, offset at) { \
        REAL(name); \
        if (ours_fd(fd) && is_gone()) { errno = EIO; return -1; } \
        return real(fd, bytes, length, at); }
READS(pread, off_t)
READS(pread64, off64_t)

ssize_t read(int fd, void *bytes, size_t length) {
    REAL(read);
    if (ours_fd(fd) && is_gone()) {
        errno = EIO;
        return -1;
    }
    return real(fd, bytes, length);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(write);
    GUARD(1)
    int64_t at = ours_fd(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = real(fd, bytes, length);
    if (ours_fd(fd) && done > 0)
        record('w', fd, at, bytes, done);
    return done;
}

#define CUT(name, offset) \
    int name(int fd, offset length) { \
        REAL(name); GUARD(1) \
        int failed = real(fd, length); \
        if (ours_fd(fd) && !failed) record('t', fd, length, NULL, 0); \
        return failed; }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(name) \
    int name(int fd) { \
        REAL(name); GUARD(0) \
        int failed = real(fd); \
        if (ours_fd(fd) && !failed) record('s', fd, 0, NULL, 0); \
        return failed; }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    REAL(unlink);
    if (ours(path)) {
        int wrong = step(0);
        if (wrong) {
            errno = wrong;
            return -1;
        }
        record('u', -1, 0, path, strlen(path));
    }
    return real(path);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (ours(from) || ours(to)) {
        char both[8192];
        step(0);
        record('r', -1, 0, both, snprintf(both, sizeof both, "%s\n%s", from, to));
    }
    return real(from, to);
}
