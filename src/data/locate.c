#include "base/arena.h"
#include "base/text.h"
#include "data/data.h"
#include "data/source.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SYSTEM_FOLDER "/usr/share/datasets"

void wanted_init(struct wanted *w, const char *name)
{
    const struct data_type *type = data_type_find(name);
    const char *prefix = type->argument ? strchr(name, ':') : NULL;
    const char *base = prefix ? strrchr(prefix, '/') : NULL;

    *w = (struct wanted){.type = type};
    if (base)
        w->folder =
            base == prefix + 1 ? xstrdup("/") : xstrndup(prefix + 1, (size_t)(base - prefix) - 1);
    base = base ? base + 1 : prefix ? prefix + 1 : "";
    w->folder_name = xstrdup(type->argument ? base : type->name);
    for (int i = 0; type->files[i]; i++)
        w->files[i] = format_new("%s%s", base, type->files[i]);
}

void wanted_release(struct wanted *w)
{
    free(w->folder);
    free(w->folder_name);
    for (int i = 0; i < DATA_FILES; i++)
        free(w->files[i]);
}

static bool is_file(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* folder/file with or without ".gz", a new string; NULL: neither is there. */
static char *find_packed(const char *folder, const char *file)
{
    char *plain = format_new("%s/%s", folder, file), *packed;

    if (is_file(plain))
        return plain;
    packed = format_new("%s.gz", plain);
    free(plain);
    if (is_file(packed))
        return packed;
    free(packed);
    return NULL;
}

char *source_find(const char *folder, const char *file)
{
    char *path = find_packed(folder, file);
    const char *slash = strrchr(file, '/');

    return !path && slash ? find_packed(folder, slash + 1) : path;
}

char *user_folder(const char *variable, const char *fallback)
{
    const char *base = getenv(variable), *home = getenv("HOME");

    if (base && base[0] == '/')
        return format_new("%s/normlab", base);
    return home && home[0] ? format_new("%s/%s/normlab", home, fallback) : NULL;
}

char *user_data_folder(const char *name)
{
    char *base = user_folder("XDG_DATA_HOME", ".local/share");
    char *folder = base ? format_new("%s/%s", base, name) : NULL;

    free(base);
    return folder;
}

/* Adds a line for a folder that does not have the set; `what`, unless NULL, tells why. */
static void add_searched(struct text *searched, const char *folder, const char *verb,
                         const char *what)
{
    text_add_item(searched, "\n", "%s", folder);
    if (what)
        text_add(searched, " (%s %s)", verb, what);
}

/* True when all files are in folder; else adds a line to `searched`, with the missing file where others are there. */
static bool try_folder(const struct wanted *w, const char *folder, struct text *searched)
{
    const char *lacking = NULL;
    int found = 0;

    for (char *const *file = w->files; *file; file++) {
        char *path = source_find(folder, *file);

        if (path)
            found++;
        else if (!lacking)
            lacking = *file;
        free(path);
    }
    if (!lacking)
        return true;
    add_searched(searched, folder, "lacks", found ? lacking : NULL);
    return false;
}

/* The other set that the folder is named after, or NULL. MNIST and Fashion-MNIST have files of the same names, and one
 * must not be taken for the other. Files with a prefix are the user's own, and may be anywhere. */
static const struct data_type *other_owner(const struct data_type *type, const char *folder)
{
    char *real = type->argument ? NULL : realpath(folder, NULL);
    const char *slash = real ? strrchr(real, '/') : NULL;
    const struct data_type *owner = slash ? data_type_find(slash + 1) : NULL;

    free(real);
    return owner && owner != type && owner->files[0] && !owner->argument ? owner : NULL;
}

/* A folder that the user names may hold the set's folder, which is tried first, or be that folder. Returns where the set
 * is, a new string, or NULL. */
static char *try_named(const struct wanted *w, const char *folder, struct text *searched)
{
    char *inner = format_new("%s/%s", folder, w->folder_name);
    const struct data_type *other;

    if (try_folder(w, inner, searched))
        return inner;
    free(inner);
    other = other_owner(w->type, folder);
    if (other) {
        add_searched(searched, folder, "holds", other->name);
        return NULL;
    }
    return try_folder(w, folder, searched) ? xstrdup(folder) : NULL;
}

/* The first folder of a list with ':' between them that has the set; a new string, or NULL. */
static char *try_list(const struct wanted *w, const char *list, struct text *searched)
{
    char *found = NULL;

    while (!found && *list) {
        size_t length = strcspn(list, ":");

        if (length) {
            char *folder = xstrndup(list, length);

            for (size_t n = length; n > 1 && folder[n - 1] == '/'; n--)
                folder[n - 1] = '\0';
            found = try_named(w, folder, searched);
            free(folder);
        }
        list += length + (list[length] == ':');
    }
    return found;
}

/* Returns folder, which may be NULL, when the set is there; else frees it and returns NULL. */
static char *try_standard(const struct wanted *w, char *folder, struct text *searched)
{
    if (folder && try_folder(w, folder, searched))
        return folder;
    free(folder);
    return NULL;
}

/* The folder of a named set that has just the files that a prefix asks for; a new string, or NULL. */
static char *try_namesake(const struct wanted *w)
{
    struct text where = {0};
    char *found = NULL;

    for (const struct data_type *const *t = data_types; *t && !found; t++) {
        bool same = !(*t)->argument && (*t)->files[0];

        for (int i = 0; same && (w->files[i] || (*t)->files[i]); i++)
            same = w->files[i] && (*t)->files[i] && strcmp(w->files[i], (*t)->files[i]) == 0;
        if (same && data_locate((*t)->name, &where))
            found = xstrdup(text_str(&where));
        text_clear(&where);
    }
    return found;
}

static char *try_all(const struct wanted *w, struct text *searched)
{
    const char *list = getenv("NORMLAB_DATA");
    char *found = NULL;

    if (w->folder)
        return try_standard(w, xstrdup(w->folder), searched);
    if (w->type->argument)
        found = try_standard(w, xstrdup("."), searched);
    if (!found)
        found = try_list(w, list ? list : "", searched);
    if (!found)
        found = try_standard(w, user_data_folder(w->folder_name), searched);
    if (!found)
        found = try_standard(w,
                             w->type->folder ? xstrdup(w->type->folder)
                                             : format_new("%s/%s", SYSTEM_FOLDER, w->folder_name),
                             searched);
    if (!found && w->type->argument)
        found = try_namesake(w);
    return found;
}

bool wanted_locate(const struct wanted *w, struct text *where)
{
    struct text searched = {0};
    char *found;
    bool good;

    if (!w->type->files[0]) {
        text_add(where, "generated");
        return true;
    }
    found = try_all(w, &searched);
    good = found != NULL;
    text_add(where, "%s", found ? found : text_str(&searched));
    text_clear(&searched);
    free(found);
    return good;
}

bool data_locate(const char *name, struct text *where)
{
    struct wanted w;
    bool found;

    wanted_init(&w, name);
    found = wanted_locate(&w, where);
    wanted_release(&w);
    return found;
}
