/* Finds the files of a data set. */
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/text.h"
#include "data/data.h"
#include "data/source.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SYSTEM_FOLDER "/usr/share/datasets"

/* Returns the name of a user's file, a new string: the prefix followed by the name. When the prefix is empty, which
 * means that the set has a folder of its own, the "-" at the beginning of the name is dropped. */
static char *prefixed(const char *prefix, const char *name)
{
    return format_new("%s%s", prefix, *prefix || *name != '-' ? name : name + 1);
}

void named_set_init(struct named_set *set, const char *name)
{
    const struct data_type *type = data_type_find(name);
    const char *colon = type->argument ? strchr(name, ':') : NULL;
    const char *argument = colon ? colon + 1 : "",
               *slash = type->list ? NULL : strrchr(argument, '/');
    const char *base = slash ? slash + 1 : argument;

    *set = (struct named_set){.type = type, .argument = xstrdup(argument)};
    if (slash)
        set->folder =
            slash == argument ? xstrdup("/") : xstrndup(argument, (size_t)(slash - argument));
    set->folder_name = xstrdup(type->argument ? base : type->name);
    for (int i = 0; type->files[i]; i++)
        set->files[i] = prefixed(base, type->files[i]);
}

void named_set_release(struct named_set *set)
{
    free(set->argument);
    free(set->folder);
    free(set->folder_name);
    for (int i = 0; i < DATA_FILES; i++)
        free(set->files[i]);
}

/* Returns the path folder/file or folder/file.gz, whichever exists: a new string. NULL when neither exists. */
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
    char *path = find_packed(folder, file), *dotted;
    const char *slash = strrchr(file, '/'), *idx = strstr(file, "-idx");

    if (!path && slash)
        path = find_packed(folder, slash + 1);
    if (!path && idx) {
        dotted = format_new("%.*s.%s", (int)(idx - file), file, idx + 1);
        path = find_packed(folder, dotted);
        free(dotted);
    }
    return path;
}

/* Returns the number of the set's files that are in the folder. Sets *missing to the name of the first missing file,
 * or to NULL when no file is missing. */
static int count_files(const struct named_set *set, const char *folder, const char **missing)
{
    int found = 0;

    *missing = NULL;
    for (char *const *file = set->files; *file; file++) {
        char *path = source_find(folder, *file);

        found += path != NULL;
        if (!path && !*missing)
            *missing = *file;
        free(path);
    }
    return found;
}

/* Appends the names of up to MOST files in the folder to `out`, such as " (has a, b, ...)"; nothing when the folder
 * has no files. */
static void add_content(const char *folder, struct text *out)
{
    enum { MOST = 4 };
    struct text names = {0};
    DIR *d = opendir(folder);
    int n = 0;

    for (struct dirent *f; d && (f = readdir(d));)
        if (f->d_type == DT_REG && *f->d_name != '.' && n++ < MOST)
            text_add_item(&names, ", ", "%s", f->d_name);
    if (d)
        closedir(d);
    if (n)
        text_add(out, " (has %s%s)", text_str(&names), n > MOST ? ", ..." : "");
    text_clear(&names);
}

/* Returns the first of these folders that has all files of the set: `folder`, its subfolder raw, its subfolder where
 * torchvision keeps the set. A new string, or NULL when none has all files. *count and *missing are the results of
 * count_files() for `folder`. */
static char *find_within(const struct named_set *set, const char *folder, int *count,
                         const char **missing)
{
    const char *torchvision = set->type->torchvision, *unused;
    char *found = NULL, *inner;

    *count = count_files(set, folder, missing);
    if (!*missing)
        return xstrdup(folder);
    for (int i = 0; i < (torchvision ? 2 : 1) && !found; i++) {
        inner = i ? format_new("%s/%s/raw", folder, torchvision) : format_new("%s/raw", folder);
        if (count_files(set, inner, &unused) && !unused)
            found = inner;
        else
            free(inner);
    }
    return found;
}

/* Looks for the set with find_within(). Returns the folder that has it, a new string. Otherwise returns NULL and
 * appends a line to `searched`: the folder, with the first missing file if it has some of the set's files, else with
 * some other files that it has. Frees `folder`; when it is NULL, only returns NULL. */
static char *try_folder(const struct named_set *set, char *folder, struct text *searched)
{
    const char *missing;
    char *found;
    int count;

    if (!folder)
        return NULL;
    found = find_within(set, folder, &count, &missing);
    if (!found) {
        text_add_item(searched, "\n", "%s", folder);
        if (count)
            text_add(searched, " (lacks %s)", missing);
        else if (strcmp(folder, ".")) /* other files in the current folder do not help the user */
            add_content(folder, searched);
    }
    free(folder);
    return found;
}

/* Returns the other data set whose name the folder has, or NULL. The files of MNIST and Fashion-MNIST have the same
 * names, and normlab must not read one set as the other. NULL for a type with an argument: a user's own files may be
 * in any folder. */
static const struct data_type *other_owner(const struct data_type *type, const char *folder)
{
    char *real = type->argument ? NULL : realpath(folder, NULL),
         *slash = real ? strrchr(real, '/') : NULL;
    const struct data_type *owner = NULL;

    /* torchvision's folder MNIST/raw has the name MNIST */
    if (slash && strcmp(slash, "/raw") == 0) {
        *slash = '\0';
        slash = strrchr(real, '/');
    }
    for (const struct data_type *const *t = data_types; slash && *t && !owner; t++)
        if (strcmp((*t)->name, slash + 1) == 0 ||
            ((*t)->torchvision && strcmp((*t)->torchvision, slash + 1) == 0))
            owner = *t;
    free(real);
    return owner && owner != type && owner->files[0] && !owner->argument ? owner : NULL;
}

/* Searches each folder of $NORMLAB_DATA: first its subfolder with the set's name, then the folder itself. Returns the
 * first folder that has the set, a new string, or NULL. Appends the folders without the set to `searched`. */
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

/* Returns the folder of another set, one without a prefix, whose files have the same names as those of this set. For
 * example, ts:JapaneseVowels is found in the folder of japanese-vowels. A new string, or NULL. */
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

/* Searches the folders in the order that data_locate() states. Returns the folder that has the set, a new string, or NULL.
 * Appends the folders without the set to `searched`. */
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

/* Returns the folder of a set whose type has `list`: the argument without its " size=...". A new string. When there
 * is no such folder, returns NULL and appends it to `searched`. */
static char *try_listed(const struct named_set *set, struct text *searched)
{
    const char *end = strstr(set->argument, " size=");
    char *folder =
        xstrndup(set->argument, end ? (size_t)(end - set->argument) : strlen(set->argument));
    struct stat st;

    if (stat(folder, &st) == 0 && S_ISDIR(st.st_mode))
        return folder;
    text_adds(searched, folder);
    free(folder);
    return NULL;
}

bool named_set_locate(const struct named_set *set, struct text *where)
{
    struct text searched = {0};
    char *found = set->type->list       ? try_listed(set, &searched)
                  : set->type->files[0] ? try_all(set, &searched)
                                        : xstrdup("generated");
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
