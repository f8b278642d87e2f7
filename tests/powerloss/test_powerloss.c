/*
 * The machine loses its power at any moment: a reader then finds each file as it was before or as it is after, never neither
 * and never a part of it; and what a command has finished stays. Commands run with librecord.so, which records what they do; then each
 * beginning of the record is done to a disk (disk.h) that loses its power. Also: all files are made new, under names that
 * nobody can foresee, so that no planted link is followed.
 *
 * test_powerloss [N] [SEED]: N random losses after each entry, and N times as many repetitions after a loss [1].
 * scripts/powerloss.sh runs the long form.
 */
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
#include "child.h"
#include "disk.h"
#include "sweeps.h"
#include <stdio.h>
#include <unistd.h>

static int thoroughness = 1;
static struct rng losses;

/* ---- what the programs promise ---- */

/* A file that was published, and all contents that it has had. */
struct subject {
    char *path;
    struct bytes *version;
    int versions;
    int promised; /* the oldest version that a reader may find; -1: there may be no file */
};

/* Content that a program gave a second name, to keep it: from then on, it is under one of both. */
struct kept {
    char *path[2];
    struct bytes content;
};

struct promises {
    struct subject *subject;
    struct kept *kept;
    int subjects, keeps;
};

static bool is_temporary(const char *path)
{
    return strstr(path, ".tmp.") != NULL;
}

static struct bytes copy_bytes(const char *data, size_t size)
{
    char *copy = xcalloc(size + 1, 1);

    memcpy(copy, data, size);
    return (struct bytes){copy, size};
}

static bool same_bytes(struct bytes a, struct bytes b)
{
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

static struct subject *find_subject(const struct promises *p, const char *path)
{
    for (int i = 0; i < p->subjects; i++)
        if (strcmp(p->subject[i].path, path) == 0)
            return &p->subject[i];
    return NULL;
}

static void add_version(struct promises *p, const char *path, const char *data, size_t size)
{
    struct subject *s = find_subject(p, path);

    if (!s) {
        array_add(p->subject, p->subjects) =
            (struct subject){.path = xstrdup(path), .promised = -1};
        s = &p->subject[p->subjects - 1];
    }
    array_add(s->version, s->versions) = copy_bytes(data, size);
}

/* The files that are there at the beginning. */
static void promise_all(struct promises *p, const struct disk *d)
{
    for (int i = 0; i < d->seen.count; i++) {
        const struct disk_name *n = &d->seen.item[i];

        if (!n->file)
            continue;
        add_version(p, n->path, n->file->sure.data, n->file->sure.size);
        p->subject[p->subjects - 1].promised = 0;
    }
}

static bool lies_in(const char *path, const char *folder)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;

    return strlen(folder) == n && strncmp(path, folder, n) == 0;
}

/* What an entry of the record promises. */
static void follow(struct promises *p, const struct record_entry *e, const char *path,
                   const char *path2, const char *data)
{
    struct subject *s = find_subject(p, path);

    if (s && (e->operation == RENAMED || e->operation == REMOVED))
        s->promised = -1;
    if ((e->operation == RENAMED || e->operation == LINKED) && !is_temporary(path2))
        add_version(p, path2, data, e->bytes);
    if (e->operation == LINKED)
        array_add(p->kept, p->keeps) =
            (struct kept){{xstrdup(path), xstrdup(path2)}, copy_bytes(data, e->bytes)};
}

/* The names of the folder are sure: so are the last versions of its files. */
static void promise_folder(struct promises *p, const struct disk *d, const char *folder)
{
    for (int i = 0; i < p->subjects; i++) {
        struct subject *s = &p->subject[i];

        if (lies_in(s->path, folder) && names_find(&d->seen, s->path))
            s->promised = s->versions - 1;
    }
}

static void promises_clear(struct promises *p)
{
    for (int i = 0; i < p->subjects; i++) {
        for (int k = 0; k < p->subject[i].versions; k++)
            free(p->subject[i].version[k].data);
        free(p->subject[i].version);
        free(p->subject[i].path);
    }
    for (int i = 0; i < p->keeps; i++) {
        free(p->kept[i].path[0]);
        free(p->kept[i].path[1]);
        free(p->kept[i].content.data);
    }
    free(p->subject);
    free(p->kept);
}

/* ---- a loss ---- */

static const char *const loss_name[LOSSES] = {
    "all that was not synced is lost", "names without content",      "names with half the content",
    "content without names",           "of the names only the last", "some of each"};

static void check_subject(const struct subject *s, const struct names *after,
                          const struct bytes *content, const char *when)
{
    const struct disk_name *n = names_find(after, s->path);
    const struct bytes *got = n ? &content[n - after->item] : NULL;
    bool good = !got && s->promised < 0;

    for (int k = s->promised < 0 ? 0 : s->promised; got && !good && k < s->versions; k++)
        good = same_bytes(*got, s->version[k]);
    if (!good)
        fail_msg("%s: %s is %s", when, s->path, got ? "neither old nor new" : "not there");
}

static void check_kept(const struct kept *k, const struct names *after, const struct bytes *content,
                       const char *when)
{
    bool there = false;

    for (int i = 0; i < 2; i++) {
        const struct disk_name *n = names_find(after, k->path[i]);

        there = there || (n && same_bytes(content[n - after->item], k->content));
    }
    if (!there)
        fail_msg("%s: what was %s is lost", when, k->path[0]);
}

static void check_loss(const struct disk *d, const struct promises *p, enum loss loss,
                       const char *when)
{
    struct bytes *content = xcalloc((size_t)(d->sure.count + d->changes) + 1, sizeof *content);
    struct names after = disk_after(d, loss, &losses, content);
    char *what = format_new("%s, %s", when, loss_name[loss]);

    for (int i = 0; i < p->subjects; i++)
        check_subject(&p->subject[i], &after, content, what);
    for (int i = 0; i < p->keeps; i++)
        check_kept(&p->kept[i], &after, content, what);
    names_clear(&after);
    free(content);
    free(what);
}

/* What the command has finished is on the disk for sure. */
static void check_end(const struct disk *d, const struct promises *p, const char *name)
{
    for (int i = 0; i < p->subjects; i++)
        if (names_find(&d->seen, p->subject[i].path) &&
            p->subject[i].promised != p->subject[i].versions - 1)
            fail_msg("%s: %s may be lost after the command has ended", name, p->subject[i].path);
}

/* ---- a record ---- */

struct log {
    char *data;
    size_t size, at;
};

static bool next_entry(struct log *r, struct record_entry *e, const char **path, const char **path2,
                       const char **data)
{
    if (r->at == r->size)
        return false;
    memcpy(e, r->data + r->at, sizeof *e);
    *path = r->data + r->at + sizeof *e;
    *path2 = *path + e->length;
    *data = *path2 + e->length2;
    r->at += sizeof *e + e->length + e->length2 + e->bytes;
    assert_true(r->at <= r->size);
    return true;
}

static void check_made(const struct record_entry *e, const char *path)
{
    if (e->operation != MADE)
        return;
    if (!e->at)
        fail_msg("%s was made by a program that would have followed a link, or overwritten a file",
                 path);
    if (!is_temporary(path) && !strstr(path, ".lease"))
        fail_msg("%s was not made under a temporary name", path);
}

/* Commands of the shell in a folder. */
struct scenario {
    const char *name, *before, *command;
    bool draws;
};

/* Runs the scenario in a folder of its own: the disk as it was before the command, and the record. */
static void run_scenario(const struct scenario *s, struct disk *d, struct log *r)
{
    char *root = test_path(s->name), *log = format_new("%s.log", root), *err,
         *command = format_new("POWERLOSS_ROOT='%s' POWERLOSS_LOG='%s' LD_PRELOAD=\"$RECORD\" %s",
                               root, log, s->command);

    if (run_in_folder(s->name, s->before, NULL, &err))
        fail_msg("%s: %s", s->before, err);
    free(err);
    disk_load(d, root);
    if (run_in_folder(s->name, command, NULL, &err))
        fail_msg("%s: %s", s->command, err);
    r->data = file_read(log, &r->size, false);
    r->at = 0;
    free(err);
    free(root);
    free(log);
    free(command);
}

static void check_scenario(const struct scenario *s, int *entries, int *checked)
{
    struct promises p = {0};
    struct record_entry e;
    struct log r;
    struct disk d;
    const char *path, *path2, *data;

    run_scenario(s, &d, &r);
    promise_all(&p, &d);
    for (int i = 1; next_entry(&r, &e, &path, &path2, &data); i++) {
        char *when = format_new("%s, after entry %d", s->name, i);

        check_made(&e, path);
        follow(&p, &e, path, path2, data);
        disk_do(&d, &e, path, path2, data);
        if (e.operation == FOLDER_SYNCED)
            promise_folder(&p, &d, path);
        for (int loss = 0; loss < LOSS_SOME; loss++)
            check_loss(&d, &p, loss, when);
        for (int n = 0; n < thoroughness; n++)
            check_loss(&d, &p, LOSS_SOME, when);
        ++*entries;
        *checked += LOSS_SOME + thoroughness;
        free(when);
    }
    check_end(&d, &p, s->name);
    promises_clear(&p);
    disk_clear(&d);
    free(r.data);
}

/* ---- tests ---- */

#define RUN                                                                                        \
    "\"$NORMLAB\" run batch_size panel=mlp batch=2 norm=none,batchnorm epochs=1 --preset smoke -q --no-plot -j2 "
#define OWN "\"$NORMLAB\" run ./yours.yaml --preset smoke -q --no-plot --seeds 0"

static const struct scenario scenarios[] = {
    {"checkpoints", "true",
     "\"$NORMLAB\" trial -q --file t.h5 net='mlp hidden=32' norm=batchnorm train_count=500 test_count=100 epochs=8 "
     "checkpoint=1e-7",
     false},
    {"sweep", "true", RUN "--seeds 0-1", false},
    {"grown sweep", RUN "--seeds 0", RUN "--seeds 0-1", false},
    {"forced sweep", RUN "--seeds 0", RUN "--seeds 0 --force", false},
    {"pruned file", RUN "--seeds 0-1",
     "\"$NORMLAB\" merge batch_size --preset smoke --prune seed=1 --yes", false},
    {"newer version",
     "\"$NORMLAB\" new yours && " OWN " && sed -i 's/^version: 1 /version: 2 /' yours.yaml", OWN,
     false},
    {"pictures", RUN "--seeds 0", "\"$NORMLAB\" plot batch_size --preset smoke", true},
};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

static void test_losses(void **state)
{
    bool draws = run_command("command -v gnuplot", NULL, NULL) == 0;
    int entries = 0, checked = 0;

    (void)state;
    for (int i = 0; i < SCENARIOS; i++)
        if (draws || !scenarios[i].draws)
            check_scenario(&scenarios[i], &entries, &checked);
    print_message("%d entries, %d losses\n", entries, checked);
}

/* ---- the next run ---- */

/* Makes the files and folders that are left. */
static void put_names(const struct names *n, const struct bytes *content, const char *folder)
{
    for (int i = 0; i < n->count; i++) {
        char *path = format_new("%s/%s/%s", test_folder(), folder, n->item[i].path),
             *above = xstrdup(path);

        if (n->item[i].file)
            *strrchr(above, '/') = '\0';
        assert_int_equal(folder_make(above), 0);
        if (n->item[i].file) {
            int fd = file_make(path);

            assert_true(fd >= 0);
            assert_int_equal(file_put(fd, content[i].data, content[i].size), 0);
            close(fd);
            set_age(path,
                    600); /* the machine has started anew meanwhile, and leases have become stale */
        }
        free(path);
        free(above);
    }
}

/* Puts what is left of a random loss after the first n entries into a folder. */
static void lose(struct log *r, int n, const char *folder)
{
    struct record_entry e;
    struct disk d;
    const char *path, *path2, *data;
    struct bytes *content;
    struct names after;

    d = (struct disk){0}; /* as in the scenarios that begin with an empty folder */
    r->at = 0;
    for (int i = 0; i < n && next_entry(r, &e, &path, &path2, &data); i++)
        disk_do(&d, &e, path, path2, data);
    content = xcalloc((size_t)(d.sure.count + d.changes) + 1, sizeof *content);
    after = disk_after(&d, LOSS_SOME, &losses, content);
    put_names(&after, content, folder);
    names_clear(&after);
    free(content);
    disk_clear(&d);
}

/* After a loss, the same command does the rest: the results are those of a sweep that nothing disturbed, no damaged file is
 * reported, and nothing is left over. */
static void test_next_run(void **state)
{
    enum { SWEEP = 1, TIMES = 3 };
    const struct scenario *s = &scenarios[SWEEP];
    struct scenario again = {"next", "true", s->command, false};
    struct record_entry e;
    struct log r;
    struct disk d;
    const char *path, *path2, *data;
    int entries = 0;

    (void)state;
    run_scenario(&again, &d, &r);
    while (next_entry(&r, &e, &path, &path2, &data))
        entries++;
    for (int i = 0; i < TIMES * thoroughness; i++) {
        int n = 1 + (int)rng_below(&losses, (uint32_t)entries);
        char *err;

        run_in_folder("lost", "rm -rf ./*", NULL, NULL);
        lose(&r, n, "lost");
        if (run_in_folder("lost", s->command, NULL, &err) || strstr(err, "damaged"))
            fail_msg("after a loss at entry %d: %s", n, err);
        assert_same_sweeps("lost", "next", false);
        assert_int_equal(count_named("lost", "*.tmp.*") + count_named("lost", "*.lease*"), 0);
        free(err);
    }
    disk_clear(&d);
    free(r.data);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_losses),
                                       cmocka_unit_test(test_next_run)};

    if (argc > 1)
        thoroughness = atoi(argv[1]);
    if (argc > 2)
        setenv("NORMLAB_TEST_SEED", argv[2], 1);
    losses = random_moments("losses");
    test_folder(); /* empties it, before a child would */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
