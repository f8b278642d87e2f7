/*
 * A user's own pictures, PNG or JPEG, in a folder for each class: PATH/train/CLASS/FILE and PATH/test/CLASS/FILE; or
 * PATH/CLASS/FILE, where every fifth file of a class is a test picture. When at least one picture is in colour, all get
 * three channels. Classes are numbered in the order of their names. Each split is shuffled with a fixed seed: its order
 * is always the same, and its first n pictures are a random sample.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/rng.h"
#include "base/text.h"
#include "data/data.h"
#include "data/picture.h"
#include "data/source.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { CLASSES_MAX = 256, TEST_EVERY = 5, SEED = 2001 };

#define IMAGES_BYTES_MAX ((size_t)1 << 32) /* limit for all pictures together, decoded */

/* Adds to `names` the names of a folder's subfolders (if `folders`) or of its files (if not), sorted, without names
 * that begin with a dot. Returns 0, or -1 after a message. */
static int list_folder(const char *folder, bool folders, struct list *names)
{
    DIR *d = opendir(folder);
    struct dirent *entry;

    if (!d)
        return error("cannot open folder %s: %s", folder, strerror(errno));
    while ((entry = readdir(d))) {
        char *path = format_new("%s/%s", folder, entry->d_name);
        struct stat st;

        if (*entry->d_name != '.' && stat(path, &st) == 0 &&
            (folders ? S_ISDIR(st.st_mode) : S_ISREG(st.st_mode)))
            list_add(names, entry->d_name);
        free(path);
    }
    closedir(d);
    list_sort(names);
    return 0;
}

/* A picture's file, its class and its split. */
struct entry {
    char *path;
    int class;
    bool is_test;
};

struct entries {
    struct entry *item; /* [count] */
    int count, classes; /* number of pictures, and of classes */
};

static void entries_clear(struct entries *e)
{
    for (int i = 0; i < e->count; i++)
        free(e->item[i].path);
    free(e->item);
}

/* Adds the pictures in the folder of one class. split and is_test are as in add_classes(). Returns 0, or -1 after a
 * message. */
static int add_class(struct entries *e, const char *folder, int class, bool split, bool is_test)
{
    struct list files = {0};
    int bad = list_folder(folder, false, &files);

    for (int i = 0; i < files.count; i++)
        array_add(e->item, e->count) =
            (struct entry){format_new("%s/%s", folder, files.item[i]), class,
                           split ? i % TEST_EVERY == TEST_EVERY - 1 : is_test};
    list_clear(&files);
    return bad;
}

/* Adds the pictures of path/CLASS for all classes; class i is classes->item[i]. split: every fifth picture of a class
 * is a test picture. Otherwise all are test pictures if is_test, else training pictures. Returns 0, or -1 after a
 * message. */
static int add_classes(struct entries *e, const char *path, const struct list *classes, bool split,
                       bool is_test)
{
    int bad = 0;

    for (int i = 0; i < classes->count && !bad; i++) {
        char *folder = format_new("%s/%s", path, classes->item[i]);

        bad = add_class(e, folder, i, split, is_test);
        free(folder);
    }
    return bad;
}

/* Adds the pictures of path/train/CLASS and path/test/CLASS, and the classes of path/train to `classes`. path/test
 * may lack classes, but may not have others. Returns 0, or -1 after a message. */
static int add_splits(struct entries *e, const char *path, struct list *classes)
{
    char *train = format_new("%s/train", path), *test = format_new("%s/test", path);
    struct list others = {0};
    int bad = list_folder(train, true, classes) || list_folder(test, true, &others);

    for (int i = 0; !bad && i < others.count; i++)
        if (!list_has(classes, others.item[i]))
            bad = error("%s has a class '%s', but %s has not", test, others.item[i], train);
    if (!bad)
        bad = add_classes(e, train, classes, false, false);
    for (int i = 0; !bad && i < classes->count; i++)
        if (list_has(&others, classes->item[i])) {
            char *folder = format_new("%s/%s", test, classes->item[i]);

            bad = add_class(e, folder, i, false, true);
            free(folder);
        }
    list_clear(&others);
    free(train);
    free(test);
    return bad;
}

/* Checks that every class has training pictures. Returns 0, or -1 after a message. */
static int check_classes(const struct entries *e, const struct list *classes, const char *path)
{
    for (int class = 0; class < classes->count; class ++) {
        bool has = false;

        for (int i = 0; i < e->count && !has; i++)
            has = e->item[i].class == class && !e->item[i].is_test;
        if (!has)
            return error(
                "%s: the class folder %s has no training pictures; remove it, or put some in", path,
                classes->item[class]);
    }
    return 0;
}

/* Fills e with all pictures of the set in the folder `path`. Returns 0, or -1 after a message. entries_clear() frees e in
 * both cases. */
static int entries_find(struct entries *e, const char *path)
{
    struct list classes = {0}, inner = {0};
    int train = 0, bad = list_folder(path, true, &inner);
    char *folders;

    *e = (struct entries){0};
    if (!bad && inner.count == 2 && list_has(&inner, "train") && list_has(&inner, "test"))
        bad = add_splits(e, path, &classes);
    else if (!bad)
        bad = add_classes(e, path, &inner, true, false);
    e->classes = classes.count ? classes.count : inner.count;
    for (int i = 0; i < e->count; i++)
        train += !e->item[i].is_test;
    folders = list_join(&inner, ", ");
    if (!bad && (e->classes < 2 || e->classes > CLASSES_MAX))
        bad = error(
            "%s: has %d class folder%s; it should have 2 to %d, each with pictures of that class",
            path, e->classes, plural(e->classes), CLASSES_MAX);
    else if (!bad && (train == 0 || train == e->count))
        bad = error(
            "%s: has %d training picture%s and %d test picture%s; both are needed, in class folders or in "
            "train/CLASS and test/CLASS; its folders are %s",
            path, train, plural(train), e->count - train, plural(e->count - train), folders);
    else if (!bad)
        bad = check_classes(e, classes.count ? &classes : &inner, path);
    free(folders);
    list_clear(&classes);
    list_clear(&inner);
    return bad;
}

/* Reads all pictures into picture[e->count], and resizes them to size x size pixels; when size is 0, they keep their
 * sizes, which must all be equal. Sets *channels to the largest number of channels. Returns 0, or -1 after a
 * message. */
static int read_pictures(const struct entries *e, int size, struct picture *picture, int *channels)
{
    *channels = 1;
    for (int i = 0; i < e->count; i++) {
        struct picture *p = &picture[i];

        if (picture_read(p, e->item[i].path))
            return -1;
        if (size)
            picture_resize(p, size);
        if (p->h != picture[0].h || p->w != picture[0].w)
            return error(
                "%s is %d x %d pixels, but %s is %d x %d: ask for one size, as data=\"folder:PATH size=32\"",
                e->item[i].path, p->w, p->h, e->item[0].path, picture[0].w, picture[0].h);
        if ((size_t)e->count > IMAGES_BYTES_MAX / 3 / (size_t)p->h / (size_t)p->w)
            return error(
                "%s: %d pictures of %d x %d pixels are too many; ask for a smaller size, as "
                "data=\"folder:PATH size=32\"",
                e->item[i].path, e->count, p->w, p->h);
        if (p->c > *channels)
            *channels = p->c;
    }
    return 0;
}

/* Copies the pictures of one split into s, shuffled. picture: [e->count], all of one shape. stream: the name of the random
 * numbers. */
static void fill_split(struct decoded_split *s, const struct entries *e, struct picture *picture,
                       bool is_test, const char *stream)
{
    size_t bytes = (size_t)picture[0].h * (size_t)picture[0].w * (size_t)picture[0].c;
    struct rng r = rng_stream(SEED, stream);
    int32_t *index;
    int n = 0;

    for (int i = 0; i < e->count; i++)
        n += e->item[i].is_test == is_test;
    decoded_split_allocate(s, n, bytes, 0, false);
    index = xcalloc((size_t)n, sizeof *index);
    for (int i = 0; i < n; i++)
        index[i] = i;
    rng_shuffle(&r, index, n);
    n = 0;
    for (int i = 0; i < e->count; i++)
        if (e->item[i].is_test == is_test) {
            memcpy(s->image + (size_t)index[n] * bytes, picture[i].pixel, bytes);
            s->label[index[n++]] = (uint8_t)e->item[i].class;
        }
    free(index);
}

/* Splits an argument "PATH" or "PATH size=32". Returns the path, a new string, and sets *size, to 0 when the argument
 * has no size. NULL after a message when the size is not allowed. */
static char *parse_argument(const char *argument, int *size)
{
    const char *at = strstr(argument, " size=");
    char *end;
    long value;

    *size = 0;
    if (!at)
        return xstrdup(argument);
    value = strtol(at + strlen(" size="), &end, 10);
    *size = value > 0 && value <= 1024 ? (int)value : 0;
    if (*end || !*size) {
        error("data=folder:%s: size= should be a number of pixels from 1 to 1024", argument);
        return NULL;
    }
    return xstrndup(argument, (size_t)(at - argument));
}

static int list_files(const char *argument, struct list *paths)
{
    struct entries e = {0};
    int size, bad;
    char *path = parse_argument(argument, &size);

    bad = path ? entries_find(&e, path) : -1;
    for (int i = 0; i < e.count; i++)
        list_add(paths, e.item[i].path);
    entries_clear(&e);
    free(path);
    return bad;
}

static int decode_entries(const struct entries *e, int size, struct data_decoded *out)
{
    struct picture *picture = xcalloc((size_t)e->count, sizeof *picture);
    int channels, bad = read_pictures(e, size, picture, &channels);

    for (int i = 0; i < e->count && !bad; i++)
        if (channels == 3)
            picture_to_rgb(&picture[i]);
    if (!bad) {
        out->shape = shape_image(picture[0].h, picture[0].w, channels);
        out->classes = e->classes;
        fill_split(&out->train, e, picture, false, "folder train");
        fill_split(&out->test, e, picture, true, "folder test");
    }
    for (int i = 0; i < e->count; i++)
        picture_release(&picture[i]);
    free(picture);
    return bad;
}

static int decode(const char *const *argument, struct data_decoded *out)
{
    struct entries e = {0};
    int size, bad;
    char *path = parse_argument(*argument, &size);

    bad = path ? entries_find(&e, path) : -1;
    if (!bad)
        bad = decode_entries(&e, size, out);
    entries_clear(&e);
    free(path);
    return bad;
}

const struct data_type data_folder = {
    .name = "folder",
    .argument = "PATH",
    .usage =
        "pictures of your own, PNG or JPEG: PATH/train/CLASS/ and PATH/test/CLASS/, or PATH/CLASS/ with every "
        "fifth for testing; \"folder:PATH size=32\" resizes them",
    .install = "give the path of the folder that has the class folders",
    .licence = LICENCE_OWN,
    .list = list_files,
    .decode = decode,
};
