/* Finds experiments: normlab's own, and the user's in their folders. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "experiments_yaml.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const struct builtin builtin_experiments[] = {
#define EXPERIMENT(name) {#name, embedded_##name},
#include "experiments/experiments.def"
#undef EXPERIMENT
    {NULL, NULL},
};

const char *const experiment_template = embedded_template;

const struct source_note source_notes[] = {
#define NOTE(id, title) {id, title},
#define CLAIM(...)
#include "experiments/literature.def"
#undef NOTE
#undef CLAIM
    {0},
};

const struct claim_row claim_rows[] = {
#define NOTE(...)
#define CLAIM(id, text, from, test, missing) {id, text, from, test, missing},
#include "experiments/literature.def"
#undef NOTE
#undef CLAIM
    {0},
};

bool experiment_is_name(const char *s)
{
    return *s >= 'a' && *s <= 'z' && s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

const char *builtin_find(const char *name)
{
    for (const struct builtin *b = builtin_experiments; b->name; b++)
        if (strcmp(b->name, name) == 0)
            return b->yaml;
    return NULL;
}

/* Returns the folders in which users keep experiments. list_clear() frees. */
static struct list folders(void)
{
    struct list l = {0};
    const char *own = getenv("NORMLAB_EXPERIMENTS");
    char *shared = user_data_folder("experiments");

    list_add(&l, ".");
    list_add(&l, "experiments");
    if (own)
        list_split(&l, own, ":");
    if (shared)
        list_add(&l, shared);
    free(shared);
    return l;
}

char *experiment_path(const char *name)
{
    struct list l = {0};
    char *path = NULL;

    if (strchr(name, '/') || text_ends_with(name, ".yaml"))
        return xstrdup(name);
    l = folders();
    for (int i = 0; i < l.count && !path; i++) {
        /* "%.0s" leaves the folder out: a file of the current folder is called NAME.yaml, not ./NAME.yaml */
        path = format_new(strcmp(l.item[i], ".") ? "%s/%s.yaml" : "%.0s%s.yaml", l.item[i], name);
        if (!file_exists(path)) {
            free(path);
            path = NULL;
        }
    }
    list_clear(&l);
    return path;
}

/* True when the file exists and has a line that begins with "presets:". When the file cannot be read, prints a message and
 * sets *bad to true. */
static bool has_presets(const char *path, bool *bad)
{
    size_t n;
    struct stat st;
    bool there = stat(path, &st) == 0 && S_ISREG(st.st_mode), has;
    char *text = there ? file_read(path, &n, false) : NULL;

    *bad = *bad || (there && !text);
    has = text && (text_starts_with(text, "presets:") || strstr(text, "\npresets:"));
    free(text);
    return has;
}

/* Adds the names of the experiments in a folder, which need not exist. When the folder or a file cannot be read, prints a
 * message and sets *bad to true. */
static void add_names(struct list *names, const char *folder, bool *bad)
{
    DIR *d = opendir(folder);
    struct list found = {0};

    if (!d && errno != ENOENT && errno != ENOTDIR) {
        error("cannot read folder %s: %s", folder, strerror(errno));
        *bad = true;
    }
    for (struct dirent *f; d && (f = readdir(d));) {
        char *path = format_new("%s/%s", folder, f->d_name);

        if (*f->d_name != '.' && text_ends_with(f->d_name, ".yaml") && has_presets(path, bad)) {
            f->d_name[strlen(f->d_name) - strlen(".yaml")] = '\0';
            list_add(&found, f->d_name);
        }
        free(path);
    }
    if (d)
        closedir(d);
    list_sort(&found);
    for (int i = 0; i < found.count; i++)
        list_add_new(names, found.item[i]);
    list_clear(&found);
}

int experiment_names(struct list *names)
{
    struct list l = folders();
    bool bad = false;

    for (const struct builtin *b = builtin_experiments; b->name; b++)
        list_add(names, b->name);
    for (int i = 0; i < l.count; i++)
        add_names(names, l.item[i], &bad);
    list_clear(&l);
    return bad ? -1 : 0;
}
