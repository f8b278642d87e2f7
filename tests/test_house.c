/* The folders of src: who includes whom, and what a folder may hold. src/README.md says the same in words. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include <ftw.h>
#include <stdlib.h>
#include <string.h>

/* Each room with the rooms that it may include, besides itself. */
static const struct {
    const char *room, *may_include;
} table[] = {
    {"base", ""},
    {"kernels", "base"},
    {"layers", "base kernels"},
    {"net", "base kernels layers"},
    {"data", "base layers"},
    {"optimizers", "base kernels"},
    {"train", "base kernels layers net data optimizers"},
    {"store", "base kernels data train"},
    {"stats", "base"},
    {"sweep", "base data train store"},
    {"judge", "base store stats sweep"},
    {"figures", "base store stats judge"},
    {"report", "base data store stats judge figures"},
    {"tools", "base kernels layers net data train store/hdf5"},
    {"mpi", "base"},
    {"experiments", "base stats sweep judge figures"},
    {"cli",
     "base kernels layers net data optimizers train store stats sweep judge figures report tools experiments"},
};
enum { ROOMS = sizeof table / sizeof *table };

/* These rooms may have more files in one folder. */
static const char *const large[] = {"layers", "kernels", "figures"};
enum { MOST_FILES = 20, MOST_SOURCES = 600, MOST_EDGES = 4000 };

struct edge {
    char *from, *to; /* files without their suffix, or folders */
};

static char *root;
static char *source[MOST_SOURCES]; /* paths below src/ */
static int sources;
static struct edge edge[MOST_EDGES]; /* an include each */
static int edges;

static char *room_of(const char *path)
{
    return xstrndup(path, strcspn(path, "/"));
}

static char *folder_of(const char *path)
{
    return xstrndup(path, (size_t)(strrchr(path, '/') - path));
}

static char *stem_of(const char *path)
{
    return xstrndup(path, (size_t)(strrchr(path, '.') - path));
}

static int add_source(const char *path, const struct stat *about, int kind, struct FTW *at)
{
    const char *suffix = strrchr(path, '.');

    (void)about;
    (void)at;
    if (kind != FTW_F || !suffix ||
        (strcmp(suffix, ".c") && strcmp(suffix, ".h") && strcmp(suffix, ".def")))
        return 0;
    assert_true(sources < MOST_SOURCES);
    source[sources++] = xstrdup(path + strlen(root) + 1);
    return 0;
}

/* True for a header of the tree; not for one that the build makes, or a library's. */
static bool is_source(const char *path)
{
    for (int i = 0; i < sources; i++)
        if (strcmp(source[i], path) == 0)
            return true;
    return false;
}

static void read_includes(const char *from)
{
    char *path = format_new("%s/%s", root, from), *text = file_read(path, &(size_t){0}, false);

    assert_non_null(text);
    for (const char *at = text; (at = strstr(at, "#include \"")); at++) {
        const char *name = at + strlen("#include \"");
        char *to = xstrndup(name, strcspn(name, "\""));

        if (!is_source(to)) {
            free(to);
            continue;
        }
        assert_true(edges < MOST_EDGES);
        edge[edges++] = (struct edge){xstrdup(from), to};
    }
    free(text);
    free(path);
}

static int read_tree(void **state)
{
    (void)state;
    root = test_source("../src");
    assert_int_equal(nftw(root, add_source, 16, FTW_PHYS), 0);
    assert_true(sources > 100);
    for (int i = 0; i < sources; i++)
        read_includes(source[i]);
    assert_true(edges > 100);
    return 0;
}

static int free_tree(void **state)
{
    (void)state;
    for (int i = 0; i < sources; i++)
        free(source[i]);
    for (int i = 0; i < edges; i++) {
        free(edge[i].from);
        free(edge[i].to);
    }
    free(root);
    return 0;
}

/* True when `path` lies in one of the rooms, or folders, of the list. */
static bool lies_in(const char *path, const char *rooms)
{
    for (const char *at = rooms; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");

        if (strncmp(path, at, n) == 0 && path[n] == '/')
            return true;
        at += n;
    }
    return false;
}

static void test_includes(void **state)
{
    (void)state;
    for (int i = 0; i < edges; i++) {
        char *from = room_of(edge[i].from), *to = room_of(edge[i].to);
        int r = 0;

        while (r < ROOMS && strcmp(table[r].room, from))
            r++;
        if (r == ROOMS)
            fail_msg("src/%s is a room that the table lacks", from);
        if (strcmp(from, to) && !lies_in(edge[i].to, table[r].may_include))
            fail_msg("src/%s includes %s: %s may include [%s]", edge[i].from, edge[i].to, from,
                     table[r].may_include);
        free(from);
        free(to);
    }
}

/* What is private to a folder is included there alone. */
static void test_private_headers(void **state)
{
    (void)state;
    for (int i = 0; i < edges; i++) {
        char *from = folder_of(edge[i].from), *to = folder_of(edge[i].to);

        if (strstr(edge[i].to, "_internal.h") && strcmp(from, to))
            fail_msg("src/%s includes %s, which is private to its folder", edge[i].from,
                     edge[i].to);
        free(from);
        free(to);
    }
}

/* Follows the edges out of `name`; path[depth] holds the names on the way. Fails at a circle. */
static void walk(const struct edge *graph, int n, const char *name, const char **path, int depth,
                 bool *done)
{
    for (int i = 0; i < depth; i++)
        if (strcmp(path[i], name) == 0)
            fail_msg("a circle of includes: %s, by way of %s, comes back to itself", name,
                     path[depth - 1]);
    assert_true(depth < MOST_SOURCES);
    path[depth] = name;
    for (int i = 0; i < n; i++)
        if (!done[i] && strcmp(graph[i].from, name) == 0 && strcmp(graph[i].to, name)) {
            walk(graph, n, graph[i].to, path, depth + 1, done);
            done[i] = true;
        }
}

static void assert_no_circle(char *(*name_of)(const char *path))
{
    const char *path[MOST_SOURCES];
    struct edge *graph = xcalloc((size_t)edges, sizeof *graph);
    bool *done = xcalloc((size_t)edges, sizeof *done);

    for (int i = 0; i < edges; i++)
        graph[i] = (struct edge){name_of(edge[i].from), name_of(edge[i].to)};
    for (int i = 0; i < edges; i++)
        walk(graph, edges, graph[i].from, path, 0, done);
    for (int i = 0; i < edges; i++) {
        free(graph[i].from);
        free(graph[i].to);
    }
    free(graph);
    free(done);
}

static void test_no_circle_of_files(void **state)
{
    (void)state;
    assert_no_circle(stem_of);
}

static void test_no_circle_of_folders(void **state)
{
    (void)state;
    assert_no_circle(folder_of);
}

static void test_names_stand_once(void **state)
{
    (void)state;
    for (int i = 0; i < sources; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(strrchr(source[i], '/'), strrchr(source[k], '/')) == 0)
                fail_msg("src/%s and src/%s have the same name", source[k], source[i]);
}

static void test_sizes_of_folders(void **state)
{
    (void)state;
    for (int i = 0; i < sources; i++) {
        char *folder = folder_of(source[i]);
        bool may = false;
        int files = 0;

        for (int k = 0; k < sources; k++) {
            char *other = folder_of(source[k]);

            files += strcmp(folder, other) == 0;
            free(other);
        }
        for (size_t k = 0; k < sizeof large / sizeof *large; k++)
            may = may || strcmp(folder, large[k]) == 0;
        if (files > MOST_FILES && !may)
            fail_msg("src/%s holds %d files; more than %d have two subjects", folder, files,
                     MOST_FILES);
        free(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_includes),           cmocka_unit_test(test_private_headers),
        cmocka_unit_test(test_no_circle_of_files), cmocka_unit_test(test_no_circle_of_folders),
        cmocka_unit_test(test_names_stand_once),   cmocka_unit_test(test_sizes_of_folders),
    };

    return cmocka_run_group_tests(tests, read_tree, free_tree);
}
