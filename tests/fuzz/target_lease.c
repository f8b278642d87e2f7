/* The leases in a folder, which any process may have written or damaged: they are read without a word. */
#include "base/arena.h"
#include "base/system/file.h"
#include "fuzz.h"
#include "sweep/runs/lease.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KEY "0123456789abcdef"

static void run(const char *data, size_t size)
{
    static struct leases l; /* asks for the server's time once */
    static char *path;
    struct holder h;
    int fd;

    if (!path) {
        leases_open(&l, fuzz_folder());
        path = format_new("%s/" KEY LEASE_SUFFIX, fuzz_folder());
    }
    fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FUZZ_CHECK(fd >= 0 && file_put(fd, data, size) == 0);
    close(fd);
    FUZZ_CHECK(lease_read(&l, KEY, &h));
    FUZZ_CHECK(h.number == 1 && memchr(h.process.host, '\0', sizeof h.process.host));
    FUZZ_CHECK(memchr(h.since, '\0', sizeof h.since) && memchr(h.note, '\0', sizeof h.note));
    lease_is_near(&l, &h);
    lease_is_stale(&l, &h);
    FUZZ_CHECK(!fuzz_printed().lines);
}

const struct fuzz_target fuzz_lease = {.name = "lease", .most = 700, .run = run};
