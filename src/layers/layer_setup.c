/* Finds layer types, parses the texts of layers, and sets layers up. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char BLANKS[] = " \t\n";

const struct layer_type *layer_type_find(const char *name, size_t length)
{
    for (int i = 0; layer_types[i]; i++)
        if (strlen(layer_types[i]->name) == length &&
            strncmp(layer_types[i]->name, name, length) == 0)
            return layer_types[i];
    return NULL;
}

const struct layer_type *layer_type_of(const char *spec)
{
    const char *name = spec + strspn(spec, BLANKS);

    return layer_type_find(name, strcspn(name, BLANKS));
}

int layer_inputs_of(const char *spec)
{
    const struct layer_type *type = layer_type_of(spec);

    return type && type->inputs ? type->inputs : 1;
}

/* ---- messages and checks ---- */

int layer_error(struct setup *s, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(s->message, sizeof s->message, format, args);
    va_end(args);
    return -1;
}

int layer_check_rank(const struct layer *l, int rank, struct setup *s)
{
    static const char *const what[] = {"", "a vector [C]", "a sequence [T][C]", "an image"};
    char shape[48];

    if (l->in[0].rank == rank)
        return 0;
    shape_print(shape, l->in[0]);
    return layer_error(s, "needs %s; its input is %s", what[rank], shape);
}

int layer_setup_same_shape(struct layer *l, struct setup *s)
{
    (void)s;
    l->out = l->in[0];
    l->flops = (double)shape_size(l->in[0]);
    return 0;
}

/* ---- booking ---- */

struct param *layer_book(struct layer *l, const char *name, enum param_role role, int rank,
                         const int *dim)
{
    bool state = role == PARAM_STATE;
    int *count = state ? &l->states : &l->params;
    size_t *reals = state ? &l->state_reals : &l->param_reals;
    struct param *p = (state ? l->state : l->param) + *count;

    if (*count == LAYER_PARAMS)
        BUG("more than %d tensors in one layer", LAYER_PARAMS);
    *p = (struct param){.role = role, .rank = rank, .count = 1, .offset = *reals};
    if (snprintf(p->name, sizeof p->name, "%s", name) >= (int)sizeof p->name)
        BUG("a tensor's name, %s, is too long", name);
    for (int i = 0; i < rank; i++) {
        p->dim[i] = dim[i];
        p->count *= (size_t)dim[i];
    }
    *reals += arena_round(p->count * sizeof(real)) / sizeof(real);
    ++*count;
    return p;
}

ptrdiff_t layer_book_count(struct layer *l, const char *name, int n)
{
    struct param *p = layer_book_state(l, name, 1, n);

    p->domain = PARAM_COUNT;
    return (ptrdiff_t)p->offset;
}

size_t layer_book_saved(struct layer *l, size_t size_bytes)
{
    size_t offset = l->saved_bytes;

    l->saved_bytes += arena_round(size_bytes);
    return offset;
}

size_t layer_book_scratch(struct layer *l, size_t size_bytes)
{
    size_t offset = l->scratch_bytes;

    l->scratch_bytes += arena_round(size_bytes);
    return offset;
}

/* ---- texts ---- */

/* Sets one option from a word of the spec: "k=3", or "16" when the word is the first. Bit i of *given is set when the
 * option is entry i of the table. */
static int set_word(struct layer *l, const char *word, bool first, unsigned *given, struct setup *s)
{
    const struct layer_type *t = l->type;
    const char *equals = strchr(word, '=');
    struct text why = {0};
    char *key;
    int r;

    if (!equals && !(first && t->positional))
        return layer_error(s, "'%s' is not KEY=VALUE", word);
    key = equals ? xstrndup(word, (size_t)(equals - word)) : xstrdup(t->positional);
    r = option_set(t->options, l->options, key, equals ? equals + 1 : word, &why);
    if (r)
        r = layer_error(s, "%s", text_str(&why));
    else
        *given |= 1u << (option_find(t->options, key) - t->options);
    text_clear(&why);
    free(key);
    return r;
}

/* Fills l->options from the words after the layer's name, and resolves them. */
static int parse_options(struct layer *l, const struct list *words, struct setup *s)
{
    const struct option *table = l->type->options;
    unsigned given = 0;

    memset(l->options, 0, sizeof l->options);
    options_default(table, l->options);
    for (int i = 1; i < words->count; i++)
        if (set_word(l, words->item[i], i == 1, &given, s))
            return -1;
    for (int i = 0; table && table[i].name; i++)
        if (!table[i].initial && !(given & 1u << i))
            return layer_error(s, "needs %s: %s", table[i].name, table[i].help);
    if (l->type->resolve)
        l->type->resolve(l->options);
    return 0;
}

static int unknown_type(const char *word, struct setup *s)
{
    const char *names[64], *nearest;
    int n = 0;

    for (; layer_types[n] && n < 63; n++)
        names[n] = layer_types[n]->name;
    names[n] = NULL;
    nearest = text_nearest(word, names);
    return layer_error(s, "unknown layer '%s'%s%s%s", word, nearest ? "; did you mean '" : "",
                       nearest ? nearest : "; see normlab list layers", nearest ? "'?" : "");
}

int layer_parse(struct layer *l, const char *spec, struct setup *s)
{
    struct list words = {0};
    int r;

    s->message[0] = '\0';
    l->type = layer_type_of(spec);
    list_split(&words, spec, BLANKS);
    r = l->type ? parse_options(l, &words, s) : unknown_type(words.count ? words.item[0] : "", s);
    list_clear(&words);
    return r;
}

/* ---- set-up ---- */

/* Returns 0, or -1 with a message when max_n samples have more values than an int can count, as layers count them by int.
 * `which` is "input" or "output". */
static int check_size(struct shape shape, const char *which, struct setup *s)
{
    if ((double)shape.h * shape.w * shape.c * s->max_n <= 2147483647.0)
        return 0;
    return layer_error(s, "%d samples of its %s are more than 2^31 values", s->max_n, which);
}

static int check_inputs(const struct layer *l, const char *name, struct setup *s)
{
    int inputs = l->type->inputs ? l->type->inputs : 1, r = 0;

    if (l->inputs != inputs)
        return layer_error(s, "%s takes %d input%s", l->type->name, inputs, plural(inputs));
    /* Two layers whose names are equal when cut off would get the same random numbers. */
    if (strlen(name) >= sizeof l->name)
        return layer_error(s, "its name, %s, is too long: nest less deeply", name);
    for (int i = 0; i < inputs && r == 0; i++)
        r = check_size(l->in[i], "input", s);
    return r;
}

int layer_setup(struct layer *l, const char *spec, const char *name, struct setup *s)
{
    int r = layer_parse(l, spec, s);

    if (r == 0)
        r = check_inputs(l, name, s);
    if (r == 0) {
        strcpy(l->name, name);
        l->params = l->states = 0;
        l->param_reals = l->state_reals = l->saved_bytes = l->scratch_bytes = 0;
        l->shared_bytes = 0;
        l->two_rounds = false;
        l->kinds = 0;
        l->flops = 0;
        l->kernels = kernels_choose();
        l->epilogue = (struct epilogue){0};
        l->gates_input = false;
        r = l->type->setup(l, s);
    }
    if (r == 0)
        r = check_size(l->out, "output", s);
    if (r)
        layer_clear(l);
    return r;
}

void layer_clear(struct layer *l)
{
    if (l->type && l->type->clear)
        l->type->clear(l);
    l->type = NULL;
}

void layer_work(const struct layer *l, char out[64])
{
    const struct activation *a = l->epilogue.activation;

    snprintf(out, 64, "%s%s%s%s", l->type->name, l->epilogue.add ? "+add" : "", a ? "+" : "",
             a ? a->name : "");
}

void layer_print(const struct layer *l, struct text *out)
{
    struct config c = {0};

    options_to_config(l->type->options, l->options, &c);
    text_add(out, "%s%s", l->type->name, c.count ? " " : "");
    config_print(&c, out);
    config_clear(&c);
}

/* True when element j of the tensor is on the diagonal of one of its square matrices. */
static bool on_diagonal(const struct param *p, size_t j)
{
    size_t size = (size_t)p->matrix;

    return size > 0 && j % (size * size) % (size + 1) == 0;
}

void layer_init_state(const struct layer *l, real *state)
{
    for (int i = 0; i < l->states; i++)
        for (size_t j = 0; j < l->state[i].count; j++)
            state[l->state[i].offset + j] =
                (real)(on_diagonal(&l->state[i], j) ? 1 : l->state[i].initial);
}
