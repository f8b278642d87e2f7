/*
 * Each command that makes files removes what it left when it was killed earlier: a temporary file of a process that has ended. No
 * link that was planted under the name of a temporary file is followed: tests/powerloss records how each file is made.
 */
#include "base/arena.h"
#include "base/system/file.h"
#include "child.h"
#include "h5_files.h"
#include "sweeps.h"
#include <string.h>
#include <unistd.h>

#define TINY "net='mlp hidden=8' norm=none train_count=64 test_count=16 epochs=1"
#define RUN  "run batch_size panel=mlp batch=2 norm=none epochs=1 --preset smoke -q --seeds 0"
#define OF   "batch_size.generated"

#define MOST_FILES 6

static const struct {
    const char *command;
    const char *file[MOST_FILES + 1]; /* the files that it was writing when it was killed */
    bool draws;
} cases[] = {
    {"new yours", {"yours.yaml"}, false},
    {"trial -q --file t.h5 " TINY, {"t.h5", "t.state"}, false},
    {"trial -q --save n.h5 " TINY, {"n.h5"}, false},
    {"bench train --steps 1 --dump b.h5 " TINY, {"b.h5"}, false},
    {"apply relu in.h5 out.h5", {"out.h5"}, false},
    {RUN " --no-plot",
     {"results/" OF "/0123456789abcdef.h5", "results/" OF "/0123456789abcdef.state",
      "results/" OF "/clock", "results/" OF ".h5", "results/" OF ".txt"},
     false},
    {"merge batch_size --preset smoke", {"results/" OF ".h5"}, false},
    {"plot batch_size --preset smoke", {"plots/" OF "/error.pdf"}, true},
    {"report batch_size", {"results/report.html", "results/report/batch_size.html", "results/report/report.tex"}, true},
    {"report batch_size --checklist", {"results/report/checklist.md"}, false},
    {"submit batch_size panel=mlp batch=2 --preset smoke --parallel : || true",
     {"results/" OF "/submit.sh"},
     false},
};
enum { CASES = sizeof cases / sizeof *cases };

/* Programs of the test come first, and do nothing. */
#define PROGRAMS "PATH=\"$PWD/programs:$PATH\"; "

static int set_up(void **state)
{
    char *path = test_path("in.h5");
    struct h5_file *f = h5_create(path);

    (void)state;
    assert_non_null(f);
    assert_int_equal(write_doubles(f, "x", 2, 3), 0);
    assert_int_equal(h5_publish(f), 0);
    free(path);
    return run_in_folder(".",
                         "mkdir programs && printf '#!/bin/sh\\n' >programs/parallel && "
                         "chmod +x programs/parallel && \"$NORMLAB\" " RUN " --no-plot && "
                         "cp results/" OF
                         ".h5 results/batch_size.h5", /* reports are of no generated data */
                         NULL, NULL);
}

/* Makes a leftover of the file, and its folder. Returns its path, a new string. */
static char *put_leftover(const char *file)
{
    char *suffix = suffix_of_ended(), *path = format_new("%s/%s%s", test_folder(), file, suffix),
         *folder = xstrdup(path);
    int fd;

    *strrchr(folder, '/') = '\0';
    assert_int_equal(folder_make(folder), 0);
    fd = file_make(path);
    assert_true(fd >= 0);
    close(fd);
    free(suffix);
    free(folder);
    return path;
}

static void test_leftovers(void **state)
{
    bool can_draw = run_command("command -v gnuplot", NULL, NULL) == 0;

    (void)state;
    for (int i = 0; i < CASES; i++) {
        char *command = format_new(PROGRAMS "\"$NORMLAB\" %s", cases[i].command), *left[MOST_FILES],
             *err;
        int files = 0;

        if (cases[i].draws && !can_draw)
            continue;
        for (; cases[i].file[files]; files++)
            left[files] = put_leftover(cases[i].file[files]);
        if (run_in_folder(".", command, NULL, &err))
            fail_msg("%s: %s", cases[i].command, err);
        for (int k = 0; k < files; k++) {
            if (file_exists(left[k]))
                fail_msg("%s leaves %s", cases[i].command, left[k]);
            free(left[k]);
        }
        free(err);
        free(command);
    }
    assert_int_equal(count_named(".", "*.tmp.*"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_leftovers)};

    test_folder(); /* empties it, before a child would */
    return cmocka_run_group_tests(tests, set_up, NULL);
}
