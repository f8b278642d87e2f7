/* Where the files of a data set are. */
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "data/data.h"
#include "data/source.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SYSTEM_FOLDER "/usr/share/datasets"

/* The name of a file with this prefix: PREFIX and the name, or, within a folder of its own, the name without its "-". */
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

/* The number of the set's files in the folder; *missing gets the first that is not there, or NULL. */
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

/* Adds the names of some files in a folder, as " (has a, b, ...)"; nothing when it has none. */
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

/* The folder when it has all files of the set, or else its subfolder that has: raw, or that of the set in a root of torchvision. A
 * new string, or NULL. *count and *missing tell of the folder itself. */
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

/* The folder of the set in or below `folder`, which may be NULL and is freed; a new string. Else adds a line to `searched`, with
 * the first missing file or what else is there, and returns NULL. */
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
        else if (strcmp(folder, ".")) /* which may hold anything */
            add_content(folder, searched);
    }
    free(folder);
    return found;
}

/* The other set that the folder is named after, or NULL. MNIST and Fashion-MNIST have files of the same names, and one
 * must not be taken for the other. Files with a prefix are the user's own, and may be anywhere. */
static const struct data_type *other_owner(const struct data_type *type, const char *folder)
{
    char *real = type->argument ? NULL : realpath(folder, NULL),
         *slash = real ? strrchr(real, '/') : NULL;
    const struct data_type *owner = NULL;

    if (slash && strcmp(slash, "/raw") == 0) { /* torchvision's MNIST/raw */
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

/* The folder of a set with `list`, which its argument begins with; a new string, or NULL. */
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
