/* Files of results from elsewhere in which something is missing, or is not what it should be: each attribute, each dataset and
 * group, each column of /trials, one after the other. Each command says what is wrong and where, or does without. scripts/damaged.sh runs
 * this with the argument all: all commands on each file. */
#include "base/list.h"
#include "foreign.h"
#include "train/metrics.h"

enum how { LEFT_OUT, OTHER_TYPE, EMPTY, HOWS, WORDS };
static const char *const how_name[HOWS] = {"left out", "of another type", "empty"};

enum part { PART_ATTRIBUTE, PART_OBJECT, PART_COLUMN };

/* Something in a file. */
struct item {
    enum part part;
    char *object, *name; /* the attribute or the column of the object; NULL: the object itself */
};

struct items {
    struct item *item;
    int count;
};

static bool try_all;

/* ---- what is in a file ---- */

static void add(struct items *s, enum part part, const char *object, const char *name)
{
    array_add(s->item, s->count) =
        (struct item){part, xstrdup(object), name ? xstrdup(name) : NULL};
}

struct visit {
    struct items *items;
    const char *object;
};

static herr_t add_attribute(hid_t object, const char *name, const H5A_info_t *info, void *visit)
{
    struct visit *v = visit;

    (void)object, (void)info;
    add(v->items, PART_ATTRIBUTE, v->object, name);
    return 0;
}

/* Readers use no attributes of most datasets, as units, descriptions and scales, and those of /config only in old files. Only
 * the long form tries these. */
static bool has_facts(const char *object)
{
    return strcmp(object, "/.") == 0 || strcmp(object, "/curves") == 0 ||
           strcmp(object, "/all_curves") == 0;
}

static herr_t add_object(hid_t root, const char *name, const H5O_info_t *info, void *items)
{
    char *object = format_new("/%s", name);
    struct visit v = {items, object};
    hid_t id = H5Oopen(root, name, H5P_DEFAULT);

    (void)info;
    if (strcmp(object, "/."))
        add(items, PART_OBJECT, object, NULL);
    if (try_all || has_facts(object))
        H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_INC, NULL, add_attribute, &v);
    H5Oclose(id);
    free(object);
    return 0;
}

static struct items items_of(const char *path)
{
    hid_t id = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    struct h5_file *f = h5_file_new(path, id, false);
    struct items s = {0};
    struct h5_column *column;
    size_t rows;
    int columns;

    H5Ovisit(id, H5_INDEX_NAME, H5_ITER_INC, add_object, &s);
    if (h5_exists(f, "/trials")) {
        assert_int_equal(h5_read_table(f, "/trials", &rows, &column, &columns), 0);
        for (int i = 0; i < columns; i++)
            add(&s, PART_COLUMN, "/trials", column[i].name);
        h5_table_clear(rows, column, columns);
    }
    h5_close(f);
    return s;
}

static void items_clear(struct items *s)
{
    for (int i = 0; i < s->count; i++) {
        free(s->item[i].object);
        free(s->item[i].name);
    }
    free(s->item);
}

/* ---- what becomes of it ---- */

static void spoil_attribute(hid_t file, const struct item *item, enum how how)
{
    static const double two[] = {1, -1};
    hsize_t dim = how == EMPTY ? 0 : 2;
    hid_t space = H5Screate_simple(1, &dim, NULL), a;

    assert_true(H5Adelete_by_name(file, item->object, item->name, H5P_DEFAULT) >= 0);
    if (how != LEFT_OUT) {
        a = H5Acreate_by_name(file, item->object, item->name, H5T_IEEE_F64LE, space, H5P_DEFAULT,
                              H5P_DEFAULT, H5P_DEFAULT);
        if (how == OTHER_TYPE)
            H5Awrite(a, H5T_NATIVE_DOUBLE, two);
        H5Aclose(a);
    }
    H5Sclose(space);
}

static void spoil_object(struct h5_file *f, const struct item *item, enum how how)
{
    char *words[] = {"", "7", "x"};
    struct h5_array a = {.type = H5_TEXT, .rank = 1, .dim = {how == EMPTY ? 0 : 3}, .data = words};

    assert_true(H5Ldelete(f->id, item->object, H5P_DEFAULT) >= 0);
    if (how != LEFT_OUT)
        assert_int_equal(h5_write(f, item->object, &a, 0, NULL, NULL), 0);
}

/* A column of another type, or of values that none should have. */
static void spoil_column(struct h5_column *column, size_t rows, enum how how)
{
    bool text = column->type == H5_TEXT, to_text = how == OTHER_TYPE ? !text : text;

    for (size_t i = 0; i < rows && text; i++)
        free(((char **)column->data)[i]);
    memset(column->data, 0, rows * sizeof(double));
    for (size_t i = 0; i < rows && to_text; i++)
        ((char **)column->data)[i] = xstrdup(how == EMPTY ? "" : how == WORDS ? "no pair" : "x=\"");
    column->type = to_text ? H5_TEXT : H5_FLOAT64;
}

static void spoil_table(struct h5_file *f, const struct item *item, enum how how)
{
    struct h5_column *column, gone;
    size_t rows;
    int columns, at = 0;

    assert_int_equal(h5_read_table(f, item->object, &rows, &column, &columns), 0);
    while (strcmp(column[at].name, item->name))
        at++;
    gone = column[at];
    if (how == LEFT_OUT)
        column[at] = column[--columns];
    else
        spoil_column(&column[at], rows, how);
    assert_true(H5Ldelete(f->id, item->object, H5P_DEFAULT) >= 0);
    assert_int_equal(h5_write_table(f, item->object, rows, column, columns), 0);
    if (how == LEFT_OUT)
        column[columns++] = gone;
    h5_table_clear(rows, column, columns);
}

/* Returns the bytes of the file with one thing spoilt. */
static char *spoilt(const char *from, const struct item *item, enum how how, size_t *size)
{
    char *path = test_path("good/spoilt.h5"), *data;
    struct h5_file *f;
    hid_t id;

    cut_sum(from, path);
    id = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    f = h5_file_new(path, id, true);
    if (item->part == PART_ATTRIBUTE)
        spoil_attribute(id, item, how);
    else if (item->part == PART_OBJECT)
        spoil_object(f, item, how);
    else
        spoil_table(f, item, how);
    h5_close(f);
    data = file_read(path, size, false);
    free(path);
    return data;
}

/* ---- the walk ---- */

/* True for things of which there are many that are read alike, by the names of metrics. */
static bool is_one_of_many(const struct item *item)
{
    return text_starts_with(item->object, "/curves/") ||
           (item->part == PART_COLUMN && metric_find(item->name) < METRICS);
}

/* In the short form everything is left out, but of things that are alike only each sixth; a third become something else. */
static bool is_tried(const struct item *item, int i, int how)
{
    return try_all || ((!is_one_of_many(item) || i % 6 == 0) && (how == LEFT_OUT || i % 3 == how));
}

static void walk(enum kind kind)
{
    char *name = format_new("good/%s.h5", kind_name[kind]), *from = test_path(name);
    struct items s = items_of(from);
    struct tally t = {0};

    for (int i = 0; i < s.count; i++)
        for (int how = 0; how < HOWS; how++) {
            size_t size;
            char *data;

            if (!is_tried(&s.item[i], i, how))
                continue;
            data = spoilt(from, &s.item[i], (enum how)how, &size);
            if (try_file(kind, key, data, size, try_all, i + how, &t))
                print_error("that is with %s %s %s\n", s.item[i].object,
                            s.item[i].name ? s.item[i].name : "", how_name[how]);
            free(data);
        }
    printf("%s: %d files, %d commands: %d did their work, %d told what is wrong, %d failed\n",
           kind_name[kind], t.files, t.commands, t.done, t.told, t.bad);
    assert_int_equal(t.bad, 0);
    assert_true(t.files > 5);
    items_clear(&s);
    free(from);
    free(name);
}

static void test_merged(void **state)
{
    (void)state;
    walk(KIND_MERGED);
}

static void test_trial(void **state)
{
    (void)state;
    walk(KIND_TRIAL);
}

static void test_input(void **state)
{
    (void)state;
    walk(KIND_INPUT);
}

/* ---- no provenance at all ---- */

/* Removes all attributes of the root but those that say what the file is, and the columns of the provenance. */
static void strip(enum kind kind, const char *path)
{
    static const char *const kept[] = {"schema", "experiment", "experiment_version", "axes",
                                       "key",    "status",     "configuration",      NULL};
    static const char *const origin[] = {"source_commit", "isa",     "host",
                                         "data_sha256",   "message", NULL};
    struct items s = items_of(path);
    hid_t id = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    struct h5_file *f = h5_file_new(path, id, true);

    (void)kind;
    for (int i = 0; i < s.count; i++) {
        const struct item *item = &s.item[i];

        if (item->part == PART_ATTRIBUTE && strcmp(item->object, "/.") == 0 &&
            !text_is_among(item->name, kept))
            spoil_attribute(id, item, LEFT_OUT);
        if (item->part == PART_COLUMN && text_is_among(item->name, origin))
            spoil_table(f, item, LEFT_OUT);
    }
    h5_close(f);
    items_clear(&s);
}

/* Takes the checksum off a good file of this kind, changes the file at the path by change(), and runs all commands on it. None
 * may fail. Returns what they did. */
static struct tally try_changed(enum kind kind, void (*change)(enum kind kind, const char *path))
{
    char *name = format_new("good/%s.h5", kind_name[kind]), *from = test_path(name),
         *to = test_path("good/changed.h5"), *data;
    struct tally t = {0};
    size_t size;

    cut_sum(from, to);
    change(kind, to);
    data = file_read(to, &size, false);
    assert_int_equal(try_file(kind, key, data, size, true, 0, &t), 0);
    free(data);
    free(to);
    free(from);
    free(name);
    return t;
}

static void test_no_provenance(void **state)
{
    (void)state;
    for (int kind = KIND_MERGED; kind <= KIND_TRIAL; kind++) {
        struct tally t = try_changed((enum kind)kind, strip);

        assert_int_equal(t.done, t.commands);
    }
}

static void make_wordy(enum kind kind, const char *path)
{
    const struct item config = {PART_COLUMN, "/trials", "config"};
    struct h5_file *f = h5_file_new(path, H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT), true);

    if (kind == KIND_MERGED)
        spoil_table(f, &config, WORDS);
    else
        h5_set_text(f, "/", "configuration", "no pair");
    h5_close(f);
}

/* A configuration that is none: the message names the file. */
static void test_bad_configuration(void **state)
{
    (void)state;
    for (int kind = KIND_MERGED; kind <= KIND_TRIAL; kind++)
        assert_true(try_changed((enum kind)kind, make_wordy).told > 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merged),
        cmocka_unit_test(test_trial),
        cmocka_unit_test(test_input),
        cmocka_unit_test(test_no_provenance),
        cmocka_unit_test(test_bad_configuration),
    };

    try_all = argc > 1 && strcmp(argv[1], "all") == 0;
    return cmocka_run_group_tests(tests, foreign_set_up, foreign_tear_down);
}
