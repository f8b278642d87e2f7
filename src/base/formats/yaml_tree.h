/* A YAML file as a tree of nodes, each with its line. The only user of libyaml.
 *
 * Aliases are replaced by copies of what they name. A merge key ("<<: *base", "<<: [*a, *b]") is replaced by the keys of the
 * maps that it names, in its place: the map's own keys win, earlier merges win over later ones. A key that stands twice in
 * a map is an error. */
#ifndef NORMLAB_BASE_FORMATS_YAML_TREE_H
#define NORMLAB_BASE_FORMATS_YAML_TREE_H

#include <stdbool.h>
#include <stddef.h>

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP };

struct tree {
    enum tree_kind kind;
    int line;          /* from 1; a copy has that of the alias */
    char *text;        /* TREE_TEXT: the value without its quotes */
    char **key;        /* TREE_MAP: [count] */
    struct tree *item; /* TREE_LIST, TREE_MAP: [count] */
    int count;
};

/* Reads text of size_bytes; name stands in messages, "NAME:LINE: what". 0, or -1 after a message; tree_clear() frees. */
int tree_parse(struct tree *t, const char *name, const char *text, size_t size_bytes);

/* The value of a key of a map, or NULL. */
struct tree *tree_get(const struct tree *map, const char *key);

/* Removes a key of a map, if it is there. */
void tree_remove(struct tree *map, const char *key);

/* A deep copy in which every "${NAME}" of names[count] is replaced by its value, in texts and in keys. */
struct tree tree_copy(const struct tree *t, int count, char *const *names, char *const *values);

/* "a text", "a list", "a map": for messages. */
const char *tree_kind_name(enum tree_kind kind);

void tree_clear(struct tree *t);

#endif
