/*
 * Stands between a program and the system (LD_PRELOAD) and writes down, in order, everything the
 * program does to the files of one folder, so that a test can cut the power at any place of it.
 * Can also let the disk fail, and kill the program after a number of operations.
 *
 *   SHIM_FOLDER  the folder that is watched
 *   SHIM_TRACE   where the record goes (appended); none if unset
 *   SHIM_KILL    after how many operations the program is killed; never if unset
 *   SHIM_FAULT   while a file of this name exists the disk fails, in the way its first byte says:
 *                f full, nothing can grow; r read-only, nothing can be written; g gone, nothing works
 *
 * A record is { u8 what; u64 inode; u64 offset; u64 length; u32 path; u32 other; } and then the two
 * paths and the data. What: C create, W write, Z write of zeros (no data follows), T truncate,
 * S sync, R rename, U unlink, M make folder. An inode may come again when its file is gone.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define WATCHED 65536

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *fault;
static size_t folder_length;
static int trace = -1;
static long kill_after = -1;
static uint64_t watched[WATCHED];

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("SHIM_TRACE"), *count = getenv("SHIM_KILL");
    folder = getenv("SHIM_FOLDER");
    fault = getenv("SHIM_FAULT");
    folder_length = folder ? strlen(folder) : 0;
    if (count) kill_after = atol(count);
    if (path) trace = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void fail(const char *what) {
    dprintf(2, "power cut shim: %s\n", what);
    abort();
}

/* The set of watched inodes: open addressing, 0 is free. */
static uint64_t *slot(uint64_t inode) {
    uint64_t at = inode * 0x9e3779b97f4a7c15u >> 48;
    for (int n = 0; n < WATCHED; n++, at = (at + 1) % WATCHED)
        if (watched[at] == inode || watched[at] == 0) return &watched[at];
    fail("too many files");
    return NULL;
}

static int is_inside(const char *path) {
    return folder && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return syscall(SYS_fstat, fd, &found) == 0 ? found.st_ino : 0;
}

static int is_watched(int fd, uint64_t *inode) {
    if (!folder) return 0;
    *inode = inode_of(fd);
    return *inode && *slot(*inode) == *inode;
}

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length) {
        ssize_t written = syscall(SYS_write, trace, at, length);
        if (written <= 0) fail("cannot write the trace");
        at += written;
        length -= written;
    }
}

static int is_zero(const char *data, size_t length) {
    return length >= 512 && data[0] == 0 && memcmp(data, data + 1, length - 1) == 0;
}

static void record(char what, uint64_t inode, uint64_t offset, uint64_t length, const char *path,
                   const char *other, const void *data) {
    if (trace >= 0) {
        if (what == 'W' && is_zero(data, length)) what = 'Z';
        uint32_t path_length = path ? strlen(path) : 0, other_length = other ? strlen(other) : 0;
        char head[33];
        head[0] = what;
        memcpy(head + 1, &inode, 8);
        memcpy(head + 9, &offset, 8);
        memcpy(head + 17, &length, 8);
        memcpy(head + 25, &path_length, 4);
        memcpy(head + 29, &other_length, 4);
        put(head, sizeof head);
        put(path, path_length);
        put(other, other_length);
        if (what == 'W') put(data, length);
    }
    if (kill_after > 0 && --kill_after == 0) {
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
}

/* In which way the disk fails now; 0 if it does not. */
static char failing(void) {
    char way = 0;
    int fd = fault ? syscall(SYS_openat, AT_FDCWD, fault, O_RDONLY) : -1;
    if (fd < 0) return 0;
    if (syscall(SYS_read, fd, &way, 1) != 1) way = 0;
    syscall(SYS_close, fd);
    return way;
}

/* Whether a write that ends at a place, or a new name, fails; then errno says how. */
static int fails(int fd, uint64_t end) {
    struct stat found;
    switch (failing()) {
    case 'f':
        if (fd >= 0 && syscall(SYS_fstat, fd, &found) == 0 && end <= (uint64_t)found.st_size) return 0;
        errno = ENOSPC;
        return 1;
    case 'r': errno = EROFS; return 1;
    case 'g': errno = EIO; return 1;
    default: return 0;
    }
}

static int open_at(int at, const char *path, int flags, mode_t mode) {
    if (!is_inside(path)) {
        int fd = syscall(SYS_openat, at, path, flags, mode);
        if (fd >= 0 && folder && (flags & O_CREAT)) {
            uint64_t inode = inode_of(fd);
            /* An inode that was watched once and belongs to someone else now. */
            if (inode && *slot(inode) == inode) *slot(inode) = 1;
        }
        return fd;
    }
    pthread_mutex_lock(&order);
    int was_there = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
    int is_written = (flags & O_ACCMODE) != O_RDONLY;
    char way = failing();
    if (way == 'g' || (way == 'r' && is_written) || (way == 'f' && !was_there && (flags & O_CREAT))) {
        fails(-1, 0);
        pthread_mutex_unlock(&order);
        return -1;
    }
    int fd = syscall(SYS_openat, at, path, flags, mode);
    int error = errno;
    if (fd >= 0) {
        uint64_t inode = inode_of(fd);
        *slot(inode) = inode;
        if (!was_there) record('C', inode, 0, 0, path, NULL, NULL);
        else if (flags & O_TRUNC) record('T', inode, 0, 0, path, NULL, NULL);
    }
    pthread_mutex_unlock(&order);
    errno = error;
    return fd;
}

#define MODE(last) mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, last); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }

static ssize_t write_at(int fd, const void *data, size_t length, int64_t offset) {
    uint64_t inode;
    if (!is_watched(fd, &inode))
        return offset < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, offset);
    pthread_mutex_lock(&order);
    int whence = offset < 0 && (syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR;
    uint64_t place = offset < 0 ? (uint64_t)syscall(SYS_lseek, fd, 0, whence) : (uint64_t)offset;
    if (fails(fd, place + length)) {
        pthread_mutex_unlock(&order);
        return -1;
    }
    ssize_t written = offset < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, offset);
    int error = errno;
    if (written > 0) record('W', inode, place, written, NULL, NULL, data);
    pthread_mutex_unlock(&order);
    errno = error;
    return written;
}

static ssize_t write_pieces(int fd, const struct iovec *pieces, int count, int64_t offset) {
    ssize_t all = 0;
    for (int n = 0; n < count; n++) {
        ssize_t written = write_at(fd, pieces[n].iov_base, pieces[n].iov_len, offset < 0 ? -1 : offset + all);
        if (written < 0) return all ? all : written;
        all += written;
        if ((size_t)written < pieces[n].iov_len) break;
    }
    return all;
}

ssize_t write(int fd, const void *data, size_t length) { return write_at(fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return write_at(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return write_at(fd, data, length, offset); }
ssize_t writev(int fd, const struct iovec *pieces, int count) { return write_pieces(fd, pieces, count, -1); }
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset) { return write_pieces(fd, pieces, count, offset); }
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t offset) { return write_pieces(fd, pieces, count, offset); }

int ftruncate64(int fd, off64_t length) {
    uint64_t inode;
    if (!is_watched(fd, &inode)) return syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&order);
    if (fails(fd, length)) {
        pthread_mutex_unlock(&order);
        return -1;
    }
    int result = syscall(SYS_ftruncate, fd, length), error = errno;
    if (result == 0) record('T', inode, length, 0, NULL, NULL, NULL);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_with(long call, int fd) {
    uint64_t inode;
    if (!is_watched(fd, &inode)) return syscall(call, fd);
    pthread_mutex_lock(&order);
    int result = failing() == 'g' ? fails(-1, 0), -1 : syscall(call, fd), error = errno;
    if (result == 0) record('S', inode, 0, 0, NULL, NULL, NULL);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}
int fsync(int fd) { return sync_with(SYS_fsync, fd); }
int fdatasync(int fd) { return sync_with(SYS_fdatasync, fd); }
/* No barrier: its man page says so. Slow and without effect here, so left out. */
int sync_file_range(int fd, off64_t offset, off64_t length, unsigned flags) {
    (void)fd, (void)offset, (void)length, (void)flags;
    return 0;
}

/* A full disk still lets names change. */
static int fails_to_name(void) { return failing() != 'f' && fails(-1, 0); }

int rename(const char *from, const char *to) {
    if (!is_inside(from) && !is_inside(to)) return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    pthread_mutex_lock(&order);
    int result = fails_to_name() ? -1 : syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), error = errno;
    if (result == 0) record('R', 0, 0, 0, from, to, NULL);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int unlink(const char *path) {
    if (!is_inside(path)) return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    pthread_mutex_lock(&order);
    int result = fails_to_name() ? -1 : syscall(SYS_unlinkat, AT_FDCWD, path, 0), error = errno;
    if (result == 0) record('U', 0, 0, 0, path, NULL, NULL);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

int mkdir(const char *path, mode_t mode) {
    if (!is_inside(path)) return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    pthread_mutex_lock(&order);
    int result = fails(-1, 0) ? -1 : syscall(SYS_mkdirat, AT_FDCWD, path, mode), error = errno;
    struct stat made;
    if (result == 0 && syscall(SYS_newfstatat, AT_FDCWD, path, &made, 0) == 0)
        record('M', made.st_ino, 0, 0, path, NULL, NULL);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

/* What the store does not use; if it ever does, the record would be wrong. */
#define NOT_RECORDED(name, fd, call) { uint64_t inode; if (is_watched(fd, &inode)) fail(name); return call; }
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags)
    NOT_RECORDED("copy_file_range", out, syscall(SYS_copy_file_range, in, from, out, to, length, flags))
ssize_t sendfile(int out, int in, off_t *from, size_t length)
    NOT_RECORDED("sendfile", out, syscall(SYS_sendfile, out, in, from, length))
ssize_t sendfile64(int out, int in, off64_t *from, size_t length)
    NOT_RECORDED("sendfile", out, syscall(SYS_sendfile, out, in, from, length))
int fallocate64(int fd, int mode, off64_t offset, off64_t length)
    NOT_RECORDED("fallocate", fd, syscall(SYS_fallocate, fd, mode, offset, length))
int fallocate(int fd, int mode, off_t offset, off_t length)
    NOT_RECORDED("fallocate", fd, syscall(SYS_fallocate, fd, mode, offset, length))
