#include "base/formats/yaml_tree.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* Limits of the tree. Aliases in a small file can otherwise make a tree of any size, as each is replaced by a copy. */
enum { MOST_DEPTH = 32, MOST_NODES = 100000 };

struct reader {
    yaml_document_t *document;
    const char *name; /* of the file, for messages */
    int nodes;        /* number of nodes made so far */
};

const char *tree_kind_name(enum tree_kind kind)
{
    static const char *const names[] = {"a text", "a list", "a map"};

    return names[kind];
}

void tree_clear(struct tree *t)
{
    for (int i = 0; i < t->count; i++) {
        if (t->key)
            free(t->key[i]);
        tree_clear(&t->item[i]);
    }
    free(t->text);
    free(t->key);
    free(t->item);
    *t = (struct tree){0};
}

/* Returns the index of the key in the map; -1 when map is not a map or lacks the key. */
static int find(const struct tree *map, const char *key)
{
    for (int i = 0; map->kind == TREE_MAP && i < map->count; i++)
        if (strcmp(map->key[i], key) == 0)
            return i;
    return -1;
}

struct tree *tree_get(const struct tree *map, const char *key)
{
    int i = find(map, key);

    return i < 0 ? NULL : &map->item[i];
}

void tree_remove(struct tree *map, const char *key)
{
    int i = find(map, key);

    if (i < 0)
        return;
    free(map->key[i]);
    tree_clear(&map->item[i]);
    map->count--;
    memmove(&map->key[i], &map->key[i + 1], (size_t)(map->count - i) * sizeof *map->key);
    memmove(&map->item[i], &map->item[i + 1], (size_t)(map->count - i) * sizeof *map->item);
}

/* ---- copies ---- */

/* Returns a new string: s with each ${names[i]} replaced by values[i], for 0 <= i < count. */
static char *fill_in(const char *s, int count, char *const *names, char *const *values)
{
    struct text out = {0};

    while (*s) {
        int i = count;
        size_t n = strcspn(s, "}");

        if (s[0] == '$' && s[1] == '{' && s[n] == '}')
            for (i = 0; i < count; i++)
                if (strlen(names[i]) == n - 2 && strncmp(s + 2, names[i], n - 2) == 0)
                    break;
        if (i < count) {
            text_addn(&out, values[i], strlen(values[i]));
            s += n + 1;
        } else {
            text_addn(&out, s++, 1);
        }
    }
    return out.s ? out.s : xstrdup("");
}

struct tree tree_copy(const struct tree *t, int count, char *const *names, char *const *values)
{
    struct tree copy = {.kind = t->kind, .line = t->line, .count = t->count};

    if (t->text)
        copy.text = fill_in(t->text, count, names, values);
    if (t->item)
        copy.item = xcalloc((size_t)t->count + 1, sizeof *copy.item);
    if (t->key)
        copy.key = xcalloc((size_t)t->count + 1, sizeof *copy.key);
    for (int i = 0; i < t->count; i++) {
        copy.item[i] = tree_copy(&t->item[i], count, names, values);
        if (t->key)
            copy.key[i] = fill_in(t->key[i], count, names, values);
    }
    return copy;
}

/* ---- from libyaml's document ---- */

/* Converts the node with the number `id` in libyaml's document to *t. depth: how many lists and maps it is inside. Returns
 * 0, or -1 after a message. The caller frees t in both cases. The functions for lists, pairs and maps work likewise. */
static int convert(struct reader *r, int id, int depth, struct tree *t);

static int convert_list(struct reader *r, const yaml_node_t *node, int depth, struct tree *t)
{
    int n = (int)(node->data.sequence.items.top - node->data.sequence.items.start);

    t->kind = TREE_LIST;
    t->item = xcalloc((size_t)n + 1, sizeof *t->item);
    while (t->count < n) {
        int id = node->data.sequence.items.start[t->count];

        if (convert(r, id, depth + 1, &t->item[t->count++]))
            return -1;
    }
    return 0;
}

/* Adds a key, which the map must lack, with its value. The map then owns the value. */
static void add_pair(struct tree *map, const char *key, struct tree value)
{
    int keys = map->count;

    array_add(map->key, keys) = xstrdup(key);
    array_add(map->item, map->count) = value;
}

/* Carries out a merge key whose value is `from`, a map or a list of maps: adds to `map` copies of those keys of `from`
 * that `map` lacks. Returns 0, or -1 after a message. */
static int merge(struct reader *r, struct tree *map, const struct tree *from)
{
    if (from->kind == TREE_TEXT)
        return error("%s:%d: '<<' merges a map, as *NAME, or a list of maps", r->name, from->line);
    for (int i = 0; i < from->count; i++) {
        if (from->kind == TREE_LIST) {
            if (merge(r, map, &from->item[i]))
                return -1;
        } else if (find(map, from->key[i]) < 0) {
            add_pair(map, from->key[i], tree_copy(&from->item[i], 0, NULL, NULL));
        }
    }
    return 0;
}

/* Adds a key with its value to the map. The map then owns the value. A key that came from a merge is replaced. own:
 * the keys that the file has written in this map itself so far. Returns 0, or -1 after a message when `own` has the
 * key. */
static int add_own(struct reader *r, struct tree *map, struct list *own, const char *key, int line,
                   struct tree value)
{
    int at = find(map, key);

    if (!list_add_new(own, key)) {
        tree_clear(&value);
        return error("%s:%d: '%s' stands twice here", r->name, line, key);
    }
    if (at < 0) {
        add_pair(map, key, value);
    } else { /* the key came from a merge */
        tree_clear(&map->item[at]);
        map->item[at] = value;
    }
    return 0;
}

static int convert_pair(struct reader *r, const yaml_node_pair_t *p, int depth, struct tree *map,
                        struct list *own)
{
    const yaml_node_t *key = yaml_document_get_node(r->document, p->key);
    int line = (int)key->start_mark.line + 1, bad;
    struct tree value;

    if (key->type != YAML_SCALAR_NODE)
        return error("%s:%d: a key should be a word", r->name, line);
    bad = convert(r, p->value, depth + 1, &value);
    value.line = line;
    if (!bad && strcmp((const char *)key->data.scalar.value, "<<"))
        return add_own(r, map, own, (const char *)key->data.scalar.value, line, value);
    if (!bad)
        bad = merge(r, map, &value);
    tree_clear(&value);
    return bad;
}

static int convert_map(struct reader *r, const yaml_node_t *node, int depth, struct tree *t)
{
    struct list own = {0};
    int bad = 0;

    t->kind = TREE_MAP;
    for (const yaml_node_pair_t *p = node->data.mapping.pairs.start;
         p < node->data.mapping.pairs.top && !bad; p++)
        bad = convert_pair(r, p, depth, t, &own);
    list_clear(&own);
    return bad;
}

static int convert(struct reader *r, int id, int depth, struct tree *t)
{
    const yaml_node_t *node = yaml_document_get_node(r->document, id);

    *t = (struct tree){.line = (int)node->start_mark.line + 1};
    if (depth > MOST_DEPTH)
        return error("%s:%d: nested more than %d deep, or an alias that names itself", r->name,
                     t->line, MOST_DEPTH);
    if (++r->nodes > MOST_NODES)
        return error("%s:%d: aliases make more than %d values of this file", r->name, t->line,
                     MOST_NODES);
    if (node->type == YAML_SEQUENCE_NODE)
        return convert_list(r, node, depth, t);
    if (node->type == YAML_MAPPING_NODE)
        return convert_map(r, node, depth, t);
    if (strlen((const char *)node->data.scalar.value) != node->data.scalar.length)
        return error("%s:%d: holds a NUL character", r->name, t->line);
    t->text = xstrdup((const char *)node->data.scalar.value);
    return 0;
}

/* Returns the line of the text, counted from 0; it ends at a newline or the text's end. */
static const char *line_at(const char *text, size_t line)
{
    while (line-- && strchr(text, '\n'))
        text = strchr(text, '\n') + 1;
    return text;
}

/* True when the line has a "${" that does not begin a text in quotes: YAML reads its { as the start of a map. */
static bool has_bare_variable(const char *line)
{
    for (const char *s = line; *s && *s != '\n'; s++)
        if (s[0] == '$' && s[1] == '{' && s > line && s[-1] != '"')
            return true;
    return false;
}

/* Returns what to do about a syntax error in this line, for the message; "" when the cause is not known. */
static const char *advice(const char *line, const char *problem)
{
    if (has_bare_variable(line))
        return "; within { } write \"${NAME}\" in quotes";
    if (line[strspn(line, " ")] == '\t')
        return "; YAML indents by spaces: replace the tab";
    if (strstr(problem, "mapping values are not allowed"))
        return "; a text with ': ' in it stands in quotes";
    if (strstr(problem, "expected key"))
        return "; do all keys of this map begin in one column?";
    if (strstr(problem, "undefined alias"))
        return "; *NAME needs &NAME above it, under 'define'";
    return "";
}

/* Prints why the text does not parse. Returns -1. */
static int syntax_error(const yaml_parser_t *parser, const char *name, const char *text)
{
    const char *problem = parser->problem ? parser->problem : "no memory";
    size_t line = parser->problem_mark.line;

    /* For bytes that are not UTF-8, libyaml reports the offset, but not the line. */
    if (parser->error == YAML_READER_ERROR) {
        line = 0;
        for (size_t i = 0; i < parser->problem_offset && text[i]; i++)
            line += text[i] == '\n';
        return error("%s:%d: holds bytes that are no text: save the file as UTF-8", name,
                     (int)line + 1);
    }
    return error("%s:%d: %s%s%s%s", name, (int)line + 1, problem, parser->context ? ", " : "",
                 parser->context ? parser->context : "", advice(line_at(text, line), problem));
}

/* Checks that nothing follows the first document of the file. Returns 0, or -1 after a message. */
static int check_end(yaml_parser_t *parser, const char *name, const char *text)
{
    yaml_document_t next;
    const yaml_node_t *root;
    int bad = 0;

    if (!yaml_parser_load(parser, &next))
        return syntax_error(parser, name, text);
    root = yaml_document_get_root_node(&next);
    if (root)
        bad = error("%s:%d: a second document begins here, behind '---': a file has one", name,
                    (int)root->start_mark.line + 1);
    yaml_document_delete(&next);
    return bad;
}

int tree_parse(struct tree *t, const char *name, const char *text, size_t size_bytes)
{
    yaml_parser_t parser;
    yaml_document_t document;
    struct reader r = {.document = &document, .name = name};
    int bad;

    *t = (struct tree){0};
    if (!yaml_parser_initialize(&parser))
        die("no memory for a YAML parser");
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size_bytes);
    if (!yaml_parser_load(&parser, &document)) {
        bad = syntax_error(&parser, name, text);
    } else {
        bad = yaml_document_get_root_node(&document) ? convert(&r, 1, 0, t)
                                                     : error("%s: is empty", name);
        yaml_document_delete(&document);
        if (!bad)
            bad = check_end(&parser, name, text);
    }
    yaml_parser_delete(&parser);
    if (bad)
        tree_clear(t);
    return bad;
}
