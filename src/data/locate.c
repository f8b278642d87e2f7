/* Where the files of a data set are. */
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "data/data.h"
#include "data/source.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SYSTEM_FOLDER "/usr/share/datasets"

void named_set_init(struct named_set *set, const char *name)
{
    const struct data_type *type = data_type_find(name);
    const char *prefix = type->argument ? strchr(name, ':') : NULL;
    const char *base = prefix ? strrchr(prefix, '/') : NULL;

    *set = (struct named_set){.type = type};
    if (base)
        set->folder =
            base == prefix + 1 ? xstrdup("/") : xstrndup(prefix + 1, (size_t)(base - prefix) - 1);
    base = base ? base + 1 : prefix ? prefix + 1 : "";
    set->folder_name = xstrdup(type->argument ? base : type->name);
    for (int i = 0; type->files[i]; i++)
        set->files[i] = format_new("%s%s", base, type->files[i]);
}

void named_set_release(struct named_set *set)
{
    free(set->folder);
    free(set->folder_name);
    for (int i = 0; i < DATA_FILES; i++)
        free(set->files[i]);
}

/* folder/file, or folder/file.gz, a new string; NULL: neither is there. */
static char *find_packed(const char *folder, const char *file)
{
    for (int packed = 0; packed < 2; packed++) {
        char *path = format_new("%s/%s%s", folder, file, packed ? ".gz" : "");
        struct stat st;

        if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
            return path;
        free(path);
    }
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

/* Returns `folder`, which may be NULL, when it has all files of the set. Else frees it, adds a line to `searched`, with
 * the first missing file where others are there, and returns NULL. */
static char *try_folder(const struct named_set *set, char *folder, struct text *searched)
{
    const char *missing = NULL;
    int found = 0;

    if (!folder)
        return NULL;
    for (char *const *file = set->files; *file; file++) {
        char *path = source_find(folder, *file);

        if (path)
            found++;
        else if (!missing)
            missing = *file;
        free(path);
    }
    if (!missing)
        return folder;
    text_add_item(searched, "\n", "%s", folder);
    if (found)
        text_add(searched, " (lacks %s)", missing);
    free(folder);
    return NULL;
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

/* The first of the folders in $NORMLAB_DATA that has the set: as a folder with the set's name within it, or itself. A
 * new string, or NULL. */
static char *try_variable(const struct named_set *set, struct text *searched)
{
    const char *variable = getenv("NORMLAB_DATA");
    struct list folders = {0};
    char *found = NULL;

    list_split(&folders, variable ? variable : "", ":");
    for (int i = 0; i < folders.count && !found; i++) {
        char *folder = folders.item[i];
        const struct data_type *other = other_owner(set->type, folder);

        for (size_t n = strlen(folder); n > 1 && folder[n - 1] == '/'; n--)
            folder[n - 1] = '\0';
        found = try_folder(set, format_new("%s/%s", folder, set->folder_name), searched);
        if (!found && other)
            text_add_item(searched, "\n", "%s (holds %s)", folder, other->name);
        else if (!found)
            found = try_folder(set, xstrdup(folder), searched);
    }
    list_clear(&folders);
    return found;
}

/* The folder of a set without prefix, as japanese-vowels, that has files of the same names; a new string, or NULL. */
static char *try_other_sets(const struct named_set *set)
{
    struct text where = {0};
    char *found = NULL;

    for (const struct data_type *const *t = data_types; *t && !found; t++) {
        bool same = !(*t)->argument && (*t)->files[0];

        for (int i = 0; same && (set->files[i] || (*t)->files[i]); i++)
            same = set->files[i] && (*t)->files[i] && strcmp(set->files[i], (*t)->files[i]) == 0;
        if (same && data_locate((*t)->name, &where))
            found = xstrdup(text_str(&where));
        text_clear(&where);
    }
    return found;
}

static char *try_all(const struct named_set *set, struct text *searched)
{
    const struct data_type *type = set->type;
    char *found = NULL;

    if (set->folder)
        return try_folder(set, xstrdup(set->folder), searched);
    if (type->argument)
        found = try_folder(set, xstrdup("."), searched);
    if (!found)
        found = try_variable(set, searched);
    if (!found)
        found = try_folder(set, user_data_folder(set->folder_name), searched);
    if (!found && type->folder)
        found = try_folder(set, xstrdup(type->folder), searched);
    else if (!found)
        found = try_folder(set, format_new("%s/%s", SYSTEM_FOLDER, set->folder_name), searched);
    if (!found && type->argument)
        found = try_other_sets(set);
    return found;
}

bool named_set_locate(const struct named_set *set, struct text *where)
{
    struct text searched = {0};
    char *found = set->type->files[0] ? try_all(set, &searched) : xstrdup("generated");
    bool is_found = found != NULL;

    text_adds(where, is_found ? found : text_str(&searched));
    text_clear(&searched);
    free(found);
    return is_found;
}

bool data_locate(const char *name, struct text *where)
{
    struct named_set set;
    bool found;

    named_set_init(&set, name);
    found = named_set_locate(&set, where);
    named_set_release(&set);
    return found;
}
