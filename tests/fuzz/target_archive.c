/* Downloaded archives and gzip files: nothing is written but the wanted member, and that only to its own path. The first byte
 * chooses between the two. */
#include "base/arena.h"
#include "data/fetch/unpack.h"
#include "fuzz.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_BYTES = 4096 };

/* The number of files in the folder. */
static int files_in(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;
    int n = 0;

    FUZZ_CHECK(d);
    while ((e = readdir(d)))
        n += *e->d_name != '.';
    closedir(d);
    return n;
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    bool single = fuzz_byte(&in) & 1;
    char *to = format_new("%s/wanted", fuzz_folder());
    struct unpack_file file = {.name = "a.bin", .to = to, .bytes_max = MOST_BYTES};
    const char *path = fuzz_file(0, in.at, in.left);
    struct text why = {0};
    struct stat st;
    enum fetch_result r =
        single ? unpack_single(path, &file, &why) : unpack_archive(path, &file, 1, &why);

    FUZZ_CHECK((r == FETCH_DONE) == (why.length == 0) && !fuzz_printed().lines);
    FUZZ_CHECK(r != FETCH_STOP);
    if (r == FETCH_DONE && file.found && stat(to, &st) == 0)
        FUZZ_CHECK(S_ISREG(st.st_mode) && (uint64_t)st.st_size == file.size_bytes &&
                   file.size_bytes <= MOST_BYTES && strlen(file.sha256) == 64);
    unlink(to);
    FUZZ_CHECK(files_in(fuzz_folder()) == 0);
    free(to);
    text_clear(&why);
}

const struct fuzz_target fuzz_archive = {.name = "archive", .most = 4096, .run = run};
