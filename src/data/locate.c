#include "base/arena.h"
#include "base/text.h"
#include "data/data.h"
#include "data/source.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SYSTEM_FOLDER "/usr/share/datasets"

static bool is_file(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* folder/file with or without ".gz", in a new string, or NULL. */
static char *find_form(const char *folder, const char *file)
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
    char *path = find_form(folder, file);
    const char *slash = strrchr(file, '/');

    return !path && slash ? find_form(folder, slash + 1) : path;
}

char *user_folder(const char *variable, const char *fallback)
{
    const char *base = getenv(variable), *home = getenv("HOME");

    if (base && base[0] == '/')
        return format_new("%s/normlab", base);
    return home && home[0] ? format_new("%s/%s/normlab", home, fallback) : NULL;
}

static void add_missed(struct text *missed, const char *folder, const char *note, const char *what)
{
    text_add(missed, "%s%s", missed->length ? "\n" : "", folder);
    if (what)
        text_add(missed, " (%s %s)", note, what);
}

/* True when all files are in folder; else adds a line to missed, naming the file that a folder with
 * only some of them lacks. */
static bool try_folder(const struct data_type *type, const char *folder, struct text *missed)
{
    const char *lacking = NULL;
    int found = 0;

    for (const char *const *file = type->files; *file; file++) {
        char *path = source_find(folder, *file);

        if (path)
            found++;
        else if (!lacking)
            lacking = *file;
        free(path);
    }
    if (!lacking)
        return true;
    add_missed(missed, folder, "lacks", found ? lacking : NULL);
    return false;
}

/* The set, if another, whose folder this is by its name: MNIST and Fashion-MNIST have files of the
 * same names, and one must not pass for the other. */
static const struct data_type *other_owner(const struct data_type *type, const char *folder)
{
    char *real = realpath(folder, NULL);
    const char *slash = real ? strrchr(real, '/') : NULL;
    const struct data_type *owner = slash ? data_type_find(slash + 1) : NULL;

    free(real);
    return owner && owner != type && owner->files[0] ? owner : NULL;
}

/* A folder that the user names: it holds the set's folder or is it. The first is tried first, as
 * the more specific one. Returns where the set is in a new string, or NULL. */
static char *try_named(const struct data_type *type, const char *folder, struct text *missed)
{
    char *inner = format_new("%s/%s", folder, type->name);
    const struct data_type *other;

    if (try_folder(type, inner, missed))
        return inner;
    free(inner);
    other = other_owner(type, folder);
    if (other) {
        add_missed(missed, folder, "holds", other->name);
        return NULL;
    }
    return try_folder(type, folder, missed) ? xstrdup(folder) : NULL;
}

static char *try_list(const struct data_type *type, const char *list, struct text *missed)
{
    char *found = NULL;

    while (!found && *list) {
        size_t length = strcspn(list, ":");

        if (length) {
            char *folder = xstrndup(list, length);

            for (size_t n = length; n > 1 && folder[n - 1] == '/'; n--)
                folder[n - 1] = '\0';
            found = try_named(type, folder, missed);
            free(folder);
        }
        list += length + (list[length] == ':');
    }
    return found;
}

/* base/NAME; frees base, which may be NULL. */
static char *try_standard(const struct data_type *type, char *base, struct text *missed)
{
    char *folder = base ? format_new("%s/%s", base, type->name) : NULL;

    free(base);
    if (folder && try_folder(type, folder, missed))
        return folder;
    free(folder);
    return NULL;
}

bool data_locate(const struct data_type *type, struct text *where)
{
    const char *list = getenv("NORMLAB_DATA");
    struct text missed = {0};
    char *found;
    bool good;

    if (!type->files[0]) {
        text_add(where, "generated");
        return true;
    }
    found = try_list(type, list ? list : "", &missed);
    if (!found)
        found = try_standard(type, user_folder("XDG_DATA_HOME", ".local/share"), &missed);
    if (!found)
        found = try_standard(type, xstrdup(SYSTEM_FOLDER), &missed);
    good = found != NULL;
    text_add(where, "%s", good ? found : text_str(&missed));
    text_clear(&missed);
    free(found);
    return good;
}
