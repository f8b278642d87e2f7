#include "support.h"
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include <fcntl.h>
#include <ftw.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
    (void)st, (void)flag, (void)ftw;
    return remove(path);
}

const char *test_folder(void)
{
    static char folder[512];

    if (folder[0] == '\0') {
        const char *want = getenv("TEST_FOLDER");

        if (want)
            snprintf(folder, sizeof folder, "%s", want);
        else
            snprintf(folder, sizeof folder, "/tmp/normlab-test-%d", (int)getpid());
        nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
        if (folder_make(folder))
            fail_msg("no folder %s", folder);
    }
    return folder;
}

char *test_path(const char *name)
{
    return format_new("%s/%s", test_folder(), name);
}

char *test_source(const char *name)
{
    const char *source = getenv("TEST_SOURCE");

    return format_new("%s/%s", source ? source : "tests", name);
}

static int saved_stderr = -1;

void capture_stderr(void)
{
    char *path = test_path("stderr");
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);

    free(path);
    fflush(stderr);
    saved_stderr = dup(STDERR_FILENO);
    dup2(fd, STDERR_FILENO);
    close(fd);
}

char *captured_stderr(void)
{
    char *path = test_path("stderr");
    char *text;
    size_t size;

    fflush(stderr);
    dup2(saved_stderr, STDERR_FILENO);
    close(saved_stderr);
    text = file_read(path, &size, true);
    free(path);
    return text;
}

int run_command(const char *command, char **out, char **err)
{
    char *out_path = test_path("command.out"), *err_path = test_path("command.err");
    char *line = format_new("( %s ) >'%s' 2>'%s'", command, out_path, err_path);
    int status = system(line);
    size_t size;

    if (out)
        *out = file_read(out_path, &size, true);
    if (err)
        *err = file_read(err_path, &size, true);
    free(line);
    free(out_path);
    free(err_path);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int run_in_folder(const char *folder, const char *command, char **out, char **err)
{
    char *path = test_path(folder), *line = format_new("cd '%s' && %s", path, command);
    int code;

    assert_int_equal(folder_make(path), 0);
    code = run_command(line, out, err);
    free(path);
    free(line);
    return code;
}

char *read_in_folder(const char *folder, const char *name)
{
    char *path = format_new("%s/%s/%s", test_folder(), folder, name),
         *text = file_read(path, &(size_t){0}, false);

    assert_non_null(text);
    free(path);
    return text;
}

bool is_there(const char *folder, const char *name)
{
    char *path = format_new("%s/%s/%s", test_folder(), folder, name);
    bool there = file_exists(path);

    free(path);
    return there;
}

void set_age(const char *path, double age_s)
{
    struct timespec times[2];

    clock_gettime(CLOCK_REALTIME, &times[0]);
    times[0].tv_sec -= (time_t)age_s;
    times[1] = times[0];
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

int occurrences(const char *text, const char *of)
{
    int n = 0;

    for (const char *p = text; (p = strstr(p, of)); p++)
        n++;
    return n;
}

void assert_holds(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        fail_msg("'%s' is not in: %s", part, text ? text : "(nothing)");
}

void assert_command_refused(const char *folder, const char *before, const struct refusal *want)
{
    char *command = format_new("%s%s", before, want->command), *out, *err;
    int code = run_in_folder(folder, command, &out, &err);

    if (code != want->code || code == 0)
        fail_msg("%s: exit code %d, should be %d: %s", command, code, want->code, err);
    assert_holds(err, want->message);
    if (!strchr(err, '\n') || strchr(err, '\n')[1])
        fail_msg("%s: not one line: %s", command, err);
    if (*out)
        fail_msg("%s: prints %s", command, out);
    free(command);
    free(out);
    free(err);
}

void skip_missing(const char *what)
{
    print_message("skipped: missing %s\n", what);
    skip();
}

void skip_because(const char *why)
{
    print_message("skipped: %s\n", why);
    skip();
}

void skip_without_h5py(void)
{
    if (run_command("/usr/bin/python3 -c 'import h5py'", NULL, NULL) == 0)
        return;
    skip_because("python3-h5py is not installed");
}

void assert_close(const char *what, size_t n, const real *got, const double *want, double tolerance)
{
    double scale = 1, worst = 0;
    size_t at = 0;

    for (size_t i = 0; i < n; i++)
        scale = fmax(scale, fabs(want[i]));
    for (size_t i = 0; i < n; i++) {
        double d = fabs(got[i] - want[i]);

        if (isnan(d))
            d = INFINITY;
        if (d > worst) {
            worst = d;
            at = i;
        }
    }
    if (worst > tolerance * scale)
        fail_msg("%s: element %zu of %zu is %.9g, should be %.9g (off by %.3g, tolerance %.3g)",
                 what, at, n, (double)got[at], want[at], worst, tolerance * scale);
}

void assert_close_reals(const char *what, size_t n, const real *got, const real *want,
                        double tolerance)
{
    double *w = xcalloc(n, sizeof *w);

    for (size_t i = 0; i < n; i++)
        w[i] = (double)want[i];
    assert_close(what, n, got, w, tolerance);
    free(w);
}
