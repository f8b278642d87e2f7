/* A picture that was cut, by a limit, a full disk or a killed gnuplot, never replaces a good one. */
#include "base/formats/picture_file.h"
#include "base/rng.h"
#include "child.h"
#include "figures.h"
#include <sys/mount.h>
#include <sys/stat.h>

static const char *const format[] = {"svg", "pdf", "png", "tex"};
enum { FORMATS = 4, PICTURES = FORMATS * 3 };

/* The length up to which no byte may be missing. Behind it are only white space or comments. */
static size_t whole_length(const char *kind, const char *data, size_t size)
{
    const char *end = strcmp(kind, "svg") == 0   ? "</svg>"
                      : strcmp(kind, "pdf") == 0 ? "%%EOF"
                      : strcmp(kind, "tex") == 0 ? "\\end{tikzpicture}\n"
                                                 : NULL;

    return end ? (size_t)((char *)memmem(data, size, end, strlen(end)) - data) + strlen(end) : size;
}

static bool is_whole(const char *kind, const char *data, size_t size)
{
    char *copy = xcalloc(size + 1, 1);
    bool whole;

    memcpy(copy, data, size);
    whole = picture_is_whole(kind, copy, size);
    free(copy);
    return whole;
}

/* Pictures by gnuplot itself: whole as they are; not when they are cut anywhere, and not without a block. */
static void test_every_cut(void **state)
{
    char *folder = test_path("cuts/x");
    struct plot_figure f = make_figure("error", 2, 5, 20);

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(plot_write(&f, folder, PLOT_FORMATS), 0);
    for (int i = 0; i < FORMATS; i++) {
        size_t size, length, step;
        char *data = read_part(folder, "error", format[i], &size);

        assert_true(is_whole(format[i], data, size));
        for (int k = 0; k < FORMATS; k++)
            assert_int_equal(is_whole(format[k], data, size), k == i);
        length = whole_length(format[i], data, size);
        step = length / 500 + 1;
        for (size_t n = 0; n < length; n += n + 200 < length ? step : 1)
            if (is_whole(format[i], data, n))
                fail_msg("%zu of %zu bytes of a %s are taken for all", n, length, format[i]);
        for (size_t at = 4096; at + 4096 < length && i != 3; at += 4096) {
            char *copy = xcalloc(size, 1);

            memcpy(copy, data, at);
            memcpy(copy + at, data + at + 4096, size - at - 4096);
            /* of an SVG, text or a number may be missing, and nobody could tell; the pipe loses none */
            if (i > 0 && is_whole(format[i], copy, size - 4096))
                fail_msg("a %s is taken for whole without 4096 bytes at %zu", format[i], at);
            free(copy);
        }
        free(data);
    }
    plot_figure_clear(&f);
    free(folder);
}

/* ---- the commands ---- */

/* A file's content. */
struct content {
    char *data;
    size_t size;
};

static bool same(const struct content *a, const struct content *b)
{
    return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

/* The pictures of a folder with results of a smoke preset: as they are (before), and as `normlab plot` draws them on a page
 * of another width (after). */
struct gallery {
    const char *folder;
    char *path[PICTURES];
    struct content before[PICTURES], after[PICTURES];
};

static void read_all(const struct gallery *g, struct content to[PICTURES])
{
    for (int i = 0; i < PICTURES; i++) {
        free(to[i].data);
        to[i].data = file_read(g->path[i], &to[i].size, false);
        assert_non_null(to[i].data);
    }
}

#define FIGURES "batch_size --preset smoke --format svg,pdf,png,tikz"

static void gallery_make(struct gallery *g, const char *folder)
{
    static const char *const name[] = {"claims", "error", "group_elements"};

    *g = (struct gallery){.folder = folder};
    for (int i = 0; i < PICTURES; i++)
        g->path[i] = format_new("%s/%s/plots/batch_size.generated/%s.%s", test_folder(), folder,
                                name[i / FORMATS], format[i % FORMATS]);
    assert_int_equal(run_in_folder(folder,
                                   "cp -r ../smoke/results . && \"$NORMLAB\" plot " FIGURES
                                   " --width 6 >/dev/null",
                                   NULL, NULL),
                     0);
    read_all(g, g->after);
    assert_int_equal(run_in_folder(folder, "\"$NORMLAB\" plot " FIGURES " >/dev/null", NULL, NULL),
                     0);
    read_all(g, g->before);
    for (int i = 0; i < PICTURES; i++)
        assert_false(same(&g->before[i], &g->after[i]));
}

static void gallery_clear(struct gallery *g)
{
    for (int i = 0; i < PICTURES; i++) {
        free(g->path[i]);
        free(g->before[i].data);
        free(g->after[i].data);
    }
}

/* Fails unless each picture is that of before or that of after, and all are those of after exactly when the exit code is 0.
 * Puts those of before back. Returns the number of new pictures. */
static int assert_old_or_new(const struct gallery *g, int code, const char *what)
{
    struct content now[PICTURES] = {{0}};
    int replaced = 0;

    read_all(g, now);
    if (code != 0 && code != 1)
        fail_msg("%s: exit code %d", what, code);
    for (int i = 0; i < PICTURES; i++) {
        bool is_new = same(&now[i], &g->after[i]);

        replaced += is_new;
        if (!is_new && !same(&now[i], &g->before[i]))
            fail_msg("%s: %s is damaged: %zu bytes", what, g->path[i], now[i].size);
        free(now[i].data);
        if (is_new)
            file_write(g->path[i], g->before[i].data, g->before[i].size);
    }
    if ((code == 0) != (replaced == PICTURES))
        fail_msg("%s: exit code %d, but %d of %d pictures are new", what, code, replaced, PICTURES);
    return replaced;
}

static int plot_limited(const struct gallery *g, rlim_t bytes)
{
    struct child how = {.folder = g->folder, .err = "said", .file_bytes = bytes};
    const char *words[] = {
        getenv("NORMLAB"),  "plot",    "batch_size", "--preset", "smoke", "--format",
        "svg,pdf,png,tikz", "--width", "6",          NULL};
    int code = child_end(child_start(&how, words));
    char *said = child_printed(&how, "said");

    if (code && (!strstr(said, "error: cannot ") || strchr(said, '\n')[1]))
        fail_msg("limit of %zu bytes: not one message: %s", (size_t)bytes, said);
    free(said);
    return code;
}

/* As `ulimit -f`: at the size of each picture, a byte less, and in between. NORMLAB_TEST_LONG: at 400 more. */
static void test_limits(void **state)
{
    struct rng moments = random_moments("limits");
    int random = getenv("NORMLAB_TEST_LONG") ? 400 : 6, replaced = 0, failed = 0;
    struct gallery g;
    size_t most = 0;

    (void)state;
    skip_without_gnuplot();
    gallery_make(&g, "limits");
    for (int i = 0; i < PICTURES; i++)
        most = g.after[i].size > most ? g.after[i].size : most;
    for (int i = 0; i < 5 + random; i++) {
        size_t bytes = i == 0  ? most
                       : i < 5 ? g.after[i - 1].size - 1
                               : 2000 + (size_t)(rng_uniform(&moments) * 1.2 * (double)most);
        char *what = format_new("a limit of %zu bytes", bytes);
        int code = plot_limited(&g, bytes);

        failed += code != 0;
        replaced += assert_old_or_new(&g, code, what);
        free(what);
    }
    assert_true(failed >= 4 && replaced >= PICTURES);
    gallery_clear(&g);
}

/* Puts a gnuplot in front of PATH that runs the real one, and what `then` says of its output. Returns the variable. */
static char *path_with(const char *then)
{
    char *folder = test_path("wrapped"), *path = test_path("wrapped/gnuplot");
    char *script = format_new("#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n", then), *line;

    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, script, strlen(script)), 0);
    assert_int_equal(chmod(path, 0777), 0);
    line = format_new("PATH='%s':/usr/bin:/bin", folder);
    free(folder);
    free(path);
    free(script);
    return line;
}

/* A gnuplot whose output ends anywhere: with exit code 0, as when it does not notice a full disk, or because it is
 * killed. */
static void test_gnuplot_is_cut(void **state)
{
    struct rng moments = random_moments("cut");
    int turns = getenv("NORMLAB_TEST_LONG") ? 200 : 8;
    struct gallery g;
    double before_png = 0;

    (void)state;
    skip_without_gnuplot();
    gallery_make(&g, "cut");
    for (int i = 0; i < 2; i++) /* of error, the first figure that is drawn */
        before_png += (double)g.after[FORMATS + i].size;
    for (int i = 0; i < turns; i++) {
        char *then = format_new("gnuplot \"$@\" | head -c %.0f; %s",
                                i % 4 < 2 ? rng_uniform(&moments) * before_png
                                          : before_png + rng_uniform(&moments) *
                                                             (double)g.after[FORMATS + 2].size,
                                i % 2 ? "kill -9 $$" : "exit 0");
        char *path = path_with(then), *command, *err;
        int code;

        command = format_new("%s \"$NORMLAB\" plot " FIGURES " --width 6 >/dev/null", path);
        code = run_in_folder(g.folder, command, NULL, &err);
        assert_int_equal(code, 1);
        assert_holds(err, i % 2 ? "(exit code 137)" : "drew no whole picture for ");
        /* the first figure's own may be new alone when all three of it were whole */
        assert_int_equal(assert_old_or_new(&g, code, then), 0);
        free(err);
        free(command);
        free(path);
        free(then);
    }
    gallery_clear(&g);
}

/* A file system that has so much room. */
static void test_full_disk(void **state)
{
    static const int room_kib[] = {8, 60, 100, 140, 180, 220, 260, 300, 400, 500, 650, 900};
    char *disk = test_path("disk/small");
    struct gallery g;
    int failed = 0;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(folder_make(disk), 0);
    umount(disk); /* of a test that failed */
    if (mount("none", disk, "tmpfs", 0, "size=64k"))
        skip_because("only root may mount a small file system");
    umount(disk);
    gallery_make(&g, "disk");
    for (size_t i = 0; i < sizeof room_kib / sizeof *room_kib; i++) {
        char *command, *err;
        int code;

        assert_int_equal(mount("none", disk, "tmpfs", 0, "size=8m"), 0);
        /* the old pictures and all else that a run needs, and then some room */
        command = format_new("cp -r results small/ && mkdir small/plots && "
                             "cp -r plots/batch_size.generated small/plots/ && "
                             "used=$(df -k --output=used small | tail -1) && "
                             "mount -o remount,size=$((used + %d))k small",
                             room_kib[i]);
        assert_int_equal(run_in_folder("disk", command, NULL, NULL), 0);
        code = run_in_folder(
            "disk", "\"$NORMLAB\" plot " FIGURES " --width 6 --out small >/dev/null", NULL, &err);
        failed += code != 0;
        if (code && (!strstr(err, "No space left on device") || strchr(err, '\n')[1]))
            fail_msg("%d KiB left: not one message: %s", room_kib[i], err);
        assert_int_equal(run_in_folder("disk",
                                       "cp small/plots/batch_size.generated/* "
                                       "plots/batch_size.generated/",
                                       NULL, NULL),
                         0);
        assert_int_equal(umount(disk), 0);
        assert_old_or_new(&g, code, command);
        free(err);
        free(command);
    }
    assert_true(failed > 0);
    gallery_clear(&g);
    free(disk);
}

/* The report keeps its page and its pictures, too. */
static void test_report(void **state)
{
    char *path, *command, *err, *page, *again;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(run_in_folder("report",
                                   "cp -r ../smoke/results . && "
                                   "mv results/batch_size.generated.h5 results/batch_size.h5 && "
                                   "\"$NORMLAB\" report batch_size >/dev/null",
                                   NULL, NULL),
                     0);
    page = read_in_folder("report", "results/report.html");
    path = path_with("gnuplot \"$@\" | head -c 20000");
    command = format_new("cp -r plots before; %s \"$NORMLAB\" report batch_size", path);
    assert_int_equal(run_in_folder("report", command, NULL, &err), 1);
    assert_holds(err, "drew no whole picture for ");
    again = read_in_folder("report", "results/report.html");
    assert_string_equal(again, page);
    assert_int_equal(run_in_folder("report", "diff -r before plots", NULL, NULL), 0);
    free(again);
    free(page);
    free(err);
    free(command);
    free(path);
}

static int run_smoke(void **state)
{
    (void)state;
    return run_in_folder(
        "smoke", "\"$NORMLAB\" run batch_size --preset smoke -q --no-plot >/dev/null", NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_cut),      cmocka_unit_test(test_limits),
        cmocka_unit_test(test_gnuplot_is_cut), cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_report),
    };

    return cmocka_run_group_tests_name("whole_pictures", tests, run_smoke, NULL);
}
