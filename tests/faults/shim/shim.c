/*
 * The fault shim: preloaded into a program, it watches every change the program makes below one folder.
 *
 * It numbers each change as a step, writes what the change did to a log outside the folder, and can die right before a
 * step (or half-way through its write), or refuse steps with an error of choice. Reads pass untouched.
 *
 * It holds no table of open files: each call asks the kernel for the path behind the descriptor, so duplicated,
 * inherited and renamed files need no bookkeeping. It goes to the kernel by syscall(2), never through the names it
 * replaces.
 *
 * Environment (all prefixed KAIZHANG_FAULTS_):
 *   FOLDER   the canonical path of the watched folder; without it the shim does nothing
 *   LOG      the log, appended to
 *   ACKS     a file whose writes are logged as acknowledgements and never count as steps
 *   KILL_AT  the step before which the program gets SIGKILL, counted from 1
 *   TORN     with KILL_AT: a write does its first half before the program dies
 *   FAIL_AT, FAIL_FOR, FAIL_ERRNO, FAIL_KINDS
 *            steps FAIL_AT .. FAIL_AT+FAIL_FOR-1 of these kinds fail with this errno and change nothing
 *
 * A log record is: kind (1 byte), inode, offset (8 bytes each), lengths of path, second path and data (4 bytes each),
 * then these three. Kinds: C create, O open for writing, T set length, W write, S sync a file, D sync a folder,
 * M make folder, X remove folder, R rename, L link, U unlink, P permissions, A acknowledgement, E the program's own end
 * with the number of steps as offset. O and P are steps but change neither data nor names, so they are not logged.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define PATH_ROOM (PATH_MAX + NAME_MAX + 2)

/* One change and its record at a time, so that the log's order is the order of the effects. */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *acks, *fail_kinds;
static size_t folder_length;
static int log_fd = -1, torn, fail_errno;
static long steps, kill_at, fail_at, fail_for;

static long number(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

__attribute__((constructor)) static void start(void) {
    const char *log = getenv("KAIZHANG_FAULTS_LOG");
    folder = getenv("KAIZHANG_FAULTS_FOLDER");
    if (!folder) return;
    folder_length = strlen(folder);
    acks = getenv("KAIZHANG_FAULTS_ACKS");
    kill_at = number("KAIZHANG_FAULTS_KILL_AT", 0);
    torn = number("KAIZHANG_FAULTS_TORN", 0) != 0;
    fail_at = number("KAIZHANG_FAULTS_FAIL_AT", 0);
    fail_for = number("KAIZHANG_FAULTS_FAIL_FOR", LONG_MAX / 2);
    fail_errno = (int)number("KAIZHANG_FAULTS_FAIL_ERRNO", EIO);
    fail_kinds = getenv("KAIZHANG_FAULTS_FAIL_KINDS");
    if (log) {
        log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (log_fd < 0) abort();
    }
}

static int inside(const char *path) {
    return folder && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == '\0');
}

/* The path behind a descriptor, empty when there is none. */
static void path_of(int fd, char *out) {
    char link[64] = "/proc/self/fd/";
    char digits[24];
    int used = 0, at = (int)strlen(link);
    ssize_t length;
    out[0] = '\0';
    if (fd < 0) return;
    do digits[used++] = (char)('0' + fd % 10); while ((fd /= 10) > 0);
    while (used > 0) link[at++] = digits[--used];
    link[at] = '\0';
    length = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
    out[length < 0 ? 0 : length] = '\0';
}

static int watched_fd(int fd, char *path) {
    int before = errno;
    path[0] = '\0';
    if (folder && fd != log_fd) path_of(fd, path);
    errno = before;
    return inside(path);
}

/* Makes a path absolute and tells whether it is watched. */
static int watched_path(int dir, const char *path, char *full) {
    int before = errno;
    if (!folder || !path) return 0;
    full[0] = '\0';
    if (path[0] != '/') {
        if (dir != AT_FDCWD) path_of(dir, full);
        else if (!getcwd(full, PATH_MAX)) full[0] = '\0';
        errno = before;
        strcat(full, "/");
    }
    if (strlen(full) + strlen(path) >= PATH_ROOM) return 0;
    strcat(full, path);
    return inside(full);
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static void put_all(struct iovec *parts, int count) {
    while (count > 0) {
        ssize_t done = syscall(SYS_writev, log_fd, parts, count);
        if (done < 0) abort();
        while (count > 0 && (size_t)done >= parts->iov_len) {
            done -= (ssize_t)parts->iov_len;
            parts++, count--;
        }
        if (count > 0) {
            parts->iov_base = (char *)parts->iov_base + done;
            parts->iov_len -= (size_t)done;
        }
    }
}

static void record(char kind, uint64_t inode, uint64_t offset, const char *path, const char *second,
                   const void *data, size_t length) {
    unsigned char head[29];
    uint32_t lengths[3] = {(uint32_t)strlen(path), (uint32_t)strlen(second), (uint32_t)length};
    struct iovec parts[4] = {{head, sizeof head},
                             {(void *)path, lengths[0]},
                             {(void *)second, lengths[1]},
                             {(void *)data, length}};
    int before = errno;
    if (log_fd < 0) return;
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &inode, 8);
    memcpy(head + 9, &offset, 8);
    memcpy(head + 17, lengths, 12);
    put_all(parts, 4);
    errno = before;
}

/* Closes the gate for good: a thread that outlives the end would be cut off in the middle of a record. */
__attribute__((destructor)) static void end(void) {
    if (!folder) return;
    pthread_mutex_lock(&gate);
    record('E', 0, (uint64_t)steps, "", "", "", 0);
}

/* Counts a step; true when it is to fail, with errno set. Dies when this is the step to die at. */
static int refused(char kind) {
    steps++;
    if (kill_at > 0 && steps >= kill_at && !(torn && kind == 'W')) die();
    if (fail_at > 0 && steps >= fail_at && steps - fail_at < fail_for && fail_kinds && strchr(fail_kinds, kind)) {
        errno = fail_errno;
        return 1;
    }
    return 0;
}

static uint64_t inode_of(int fd) {
    struct stat about;
    return fstat(fd, &about) == 0 ? (uint64_t)about.st_ino : 0;
}

/* ---- opening ---- */

static int open_at(int dir, const char *path, int flags, mode_t mode) {
    char full[PATH_ROOM];
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
    int fd = -1, before = errno;
    if (!writes || !watched_path(dir, path, full)) return (int)syscall(SYS_openat, dir, path, flags, mode);
    pthread_mutex_lock(&gate);
    int existed = syscall(SYS_faccessat, AT_FDCWD, full, F_OK) == 0;
    errno = before;
    if (!refused(!existed && (flags & O_CREAT) ? 'C' : 'O')) {
        fd = (int)syscall(SYS_openat, dir, path, flags, mode);
        if (fd >= 0 && !existed) record('C', inode_of(fd), 0, full, "", "", 0);
        if (fd >= 0 && existed && (flags & O_TRUNC)) record('T', inode_of(fd), 0, full, "", "", 0);
    }
    pthread_mutex_unlock(&gate);
    return fd;
}

/* The mode is there only with O_CREAT or O_TMPFILE. */
#define WITH_MODE(flags, last)                                       \
    mode_t mode = 0;                                                 \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                         \
        va_list more;                                                \
        va_start(more, last);                                        \
        mode = va_arg(more, mode_t);                                 \
        va_end(more);                                                \
    }

EXPORT int open(const char *path, int flags, ...) { WITH_MODE(flags, flags) return open_at(AT_FDCWD, path, flags, mode); }
EXPORT int open64(const char *path, int flags, ...) { WITH_MODE(flags, flags) return open_at(AT_FDCWD, path, flags, mode); }
EXPORT int openat(int dir, const char *path, int flags, ...) { WITH_MODE(flags, flags) return open_at(dir, path, flags, mode); }
EXPORT int openat64(int dir, const char *path, int flags, ...) { WITH_MODE(flags, flags) return open_at(dir, path, flags, mode); }
EXPORT int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
EXPORT int creat64(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

/* ---- data ---- */

static ssize_t real_write(int fd, const void *data, size_t length, off_t at) {
    return at < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, at);
}

/* Where a write without an offset of its own will land. */
static off_t position(int fd) {
    struct stat about;
    if ((syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND) && fstat(fd, &about) == 0) return about.st_size;
    return (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
}

static ssize_t write_at(int fd, const void *data, size_t length, off_t at) {
    char path[PATH_ROOM];
    ssize_t done = -1;
    int watched = watched_fd(fd, path);
    if (!watched && (!acks || strcmp(path, acks) != 0)) return real_write(fd, data, length, at);
    pthread_mutex_lock(&gate);
    if (!watched) {
        done = real_write(fd, data, length, at);
        if (done > 0) record('A', 0, 0, "", "", data, (size_t)done);
    } else if (!refused('W')) {
        off_t where = at < 0 ? position(fd) : at;
        if (kill_at > 0 && steps >= kill_at) {
            real_write(fd, data, length / 2, at);
            die();
        }
        done = real_write(fd, data, length, at);
        if (done > 0) record('W', inode_of(fd), (uint64_t)where, path, "", data, (size_t)done);
    }
    pthread_mutex_unlock(&gate);
    return done;
}

EXPORT ssize_t write(int fd, const void *data, size_t length) { return write_at(fd, data, length, -1); }
EXPORT ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return write_at(fd, data, length, at); }
EXPORT ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return write_at(fd, data, length, at); }

/* A gathered write may be short, so writing its first part alone is an honest answer. */
EXPORT ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_ROOM];
    if (!watched_fd(fd, path) && (!acks || strcmp(path, acks) != 0)) return syscall(SYS_writev, fd, parts, count);
    while (count > 1 && parts->iov_len == 0) parts++, count--;
    return count < 1 ? 0 : write_at(fd, parts->iov_base, parts->iov_len, -1);
}

static int set_length(int fd, off_t length) {
    char path[PATH_ROOM];
    int done = -1;
    if (!watched_fd(fd, path)) return (int)syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&gate);
    if (!refused('T')) {
        done = (int)syscall(SYS_ftruncate, fd, length);
        if (done == 0) record('T', inode_of(fd), (uint64_t)length, path, "", "", 0);
    }
    pthread_mutex_unlock(&gate);
    return done;
}

EXPORT int ftruncate(int fd, off_t length) { return set_length(fd, length); }
EXPORT int ftruncate64(int fd, off64_t length) { return set_length(fd, length); }

/* Room asked for in advance shows in the file only as a greater length. */
static int allocate(int fd, int mode, off_t at, off_t length) {
    char path[PATH_ROOM];
    struct stat about;
    int done = -1;
    if (!watched_fd(fd, path)) return (int)syscall(SYS_fallocate, fd, mode, at, length);
    pthread_mutex_lock(&gate);
    if (!refused('W')) {
        if (kill_at > 0 && steps >= kill_at) die();
        done = (int)syscall(SYS_fallocate, fd, mode, at, length);
        if (done == 0 && fstat(fd, &about) == 0) record('T', inode_of(fd), (uint64_t)about.st_size, path, "", "", 0);
    }
    pthread_mutex_unlock(&gate);
    return done;
}

EXPORT int fallocate(int fd, int mode, off_t at, off_t length) { return allocate(fd, mode, at, length); }
EXPORT int fallocate64(int fd, int mode, off64_t at, off64_t length) { return allocate(fd, mode, at, length); }
EXPORT int posix_fallocate(int fd, off_t at, off_t length) { return allocate(fd, 0, at, length) == 0 ? 0 : errno; }
EXPORT int posix_fallocate64(int fd, off64_t at, off64_t length) { return allocate(fd, 0, at, length) == 0 ? 0 : errno; }

/* Copies inside the kernel would pass unseen; callers fall back to reading and writing. */
EXPORT ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    char path[PATH_ROOM];
    if (!watched_fd(to, path)) return syscall(SYS_copy_file_range, from, from_at, to, to_at, length, flags);
    errno = ENOSYS;
    return -1;
}

static ssize_t send_file(int to, int from, off_t *at, size_t length) {
    char path[PATH_ROOM];
    if (!watched_fd(to, path)) return syscall(SYS_sendfile, to, from, at, length);
    errno = EINVAL;
    return -1;
}

EXPORT ssize_t sendfile(int to, int from, off_t *at, size_t length) { return send_file(to, from, at, length); }
EXPORT ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { return send_file(to, from, (off_t *)at, length); }

/* ---- durability ---- */

static int sync_fd(int fd, long call) {
    char path[PATH_ROOM];
    struct stat about;
    int done = -1;
    if (!watched_fd(fd, path) || fstat(fd, &about) != 0) return (int)syscall(call, fd);
    pthread_mutex_lock(&gate);
    if (!refused(S_ISDIR(about.st_mode) ? 'D' : 'S')) {
        done = (int)syscall(call, fd);
        if (done == 0) record(S_ISDIR(about.st_mode) ? 'D' : 'S', (uint64_t)about.st_ino, 0, path, "", "", 0);
    }
    pthread_mutex_unlock(&gate);
    return done;
}

EXPORT int fsync(int fd) { return sync_fd(fd, SYS_fsync); }
EXPORT int fdatasync(int fd) { return sync_fd(fd, SYS_fdatasync); }

/* ---- names ---- */

/* Runs a call on one or two names as a step of its kind. */
#define NAMED(kind, full, second, call)                              \
    do {                                                             \
        int done = -1;                                               \
        pthread_mutex_lock(&gate);                                   \
        if (!refused(kind)) {                                        \
            done = (int)(call);                                      \
            if (done == 0) record(kind, 0, 0, full, second, "", 0);  \
        }                                                            \
        pthread_mutex_unlock(&gate);                                 \
        return done;                                                 \
    } while (0)

static int rename_at(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) {
    char full[PATH_ROOM], second[PATH_ROOM];
    int leaves = watched_path(from_dir, from, full), arrives = watched_path(to_dir, to, second);
    if (!leaves && !arrives) return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
    NAMED('R', full, second, syscall(SYS_renameat2, from_dir, from, to_dir, to, flags));
}

EXPORT int rename(const char *from, const char *to) { return rename_at(AT_FDCWD, from, AT_FDCWD, to, 0); }
EXPORT int renameat(int from_dir, const char *from, int to_dir, const char *to) { return rename_at(from_dir, from, to_dir, to, 0); }
EXPORT int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) { return rename_at(from_dir, from, to_dir, to, flags); }

EXPORT int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags) {
    char full[PATH_ROOM], second[PATH_ROOM];
    if (!watched_path(to_dir, to, second)) return (int)syscall(SYS_linkat, from_dir, from, to_dir, to, flags);
    watched_path(from_dir, from, full);
    NAMED('L', full, second, syscall(SYS_linkat, from_dir, from, to_dir, to, flags));
}

EXPORT int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

EXPORT int unlinkat(int dir, const char *path, int flags) {
    char full[PATH_ROOM];
    if (!watched_path(dir, path, full)) return (int)syscall(SYS_unlinkat, dir, path, flags);
    NAMED((flags & AT_REMOVEDIR) ? 'X' : 'U', full, "", syscall(SYS_unlinkat, dir, path, flags));
}

EXPORT int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
EXPORT int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

EXPORT int mkdirat(int dir, const char *path, mode_t mode) {
    char full[PATH_ROOM];
    if (!watched_path(dir, path, full)) return (int)syscall(SYS_mkdirat, dir, path, mode);
    NAMED('M', full, "", syscall(SYS_mkdirat, dir, path, mode));
}

EXPORT int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* ---- permissions: steps, because a program may die before them and a read-only disk refuses them ---- */

static int change_mode(int watched, long call, long first, const void *path, mode_t mode) {
    int done = -1;
    if (watched) pthread_mutex_lock(&gate);
    if (!watched || !refused('P'))
        done = (int)(path ? syscall(call, first, path, mode) : syscall(call, first, mode));
    if (watched) pthread_mutex_unlock(&gate);
    return done;
}

EXPORT int fchmod(int fd, mode_t mode) {
    char path[PATH_ROOM];
    return change_mode(watched_fd(fd, path), SYS_fchmod, fd, NULL, mode);
}

EXPORT int chmod(const char *path, mode_t mode) {
    char full[PATH_ROOM];
    return change_mode(watched_path(AT_FDCWD, path, full), SYS_fchmodat, AT_FDCWD, path, mode);
}
