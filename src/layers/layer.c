#include "layers/layer.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/parallel.h"
#include "kernels/kernels.h"
#include <math.h>
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

struct shape shape_vector(int c)
{
    return (struct shape){1, 1, 1, c};
}

struct shape shape_sequence(int t, int c)
{
    return (struct shape){2, t, 1, c};
}

struct shape shape_image(int h, int w, int c)
{
    return (struct shape){3, h, w, c};
}

size_t shape_positions(struct shape s)
{
    return (size_t)s.h * (size_t)s.w;
}

size_t shape_size(struct shape s)
{
    return shape_positions(s) * (size_t)s.c;
}

bool shape_equal(struct shape a, struct shape b)
{
    return a.rank == b.rank && a.h == b.h && a.w == b.w && a.c == b.c;
}

void shape_print(char out[48], struct shape s)
{
    if (s.rank == 1)
        snprintf(out, 48, "%d", s.c);
    else if (s.rank == 2)
        snprintf(out, 48, "%dx%d", s.h, s.c);
    else
        snprintf(out, 48, "%dx%dx%d", s.h, s.w, s.c);
}

int layer_error(struct setup *s, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(s->message, sizeof s->message, format, args);
    va_end(args);
    return -1;
}

int layer_refuse(struct setup *s, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(s->message, sizeof s->message, format, args);
    va_end(args);
    return REFUSED;
}

/* Fills a table entry; its block grows by a multiple of ARENA_ALIGN. */
static struct param *book(struct param *table, int *count, size_t *reals, const char *name,
                          enum param_role role, int rank, va_list dims)
{
    struct param *p = &table[*count];

    if (*count == LAYER_PARAMS)
        BUG("more than %d tensors in one layer", LAYER_PARAMS);
    *p = (struct param){.role = role, .rank = rank, .count = 1, .offset = *reals};
    if (snprintf(p->name, sizeof p->name, "%s", name) >= (int)sizeof p->name)
        BUG("a tensor's name, %s, is too long", name);
    for (int i = 0; i < rank; i++) {
        p->dim[i] = va_arg(dims, int);
        p->count *= (size_t)p->dim[i];
    }
    *reals += arena_round(p->count * sizeof(real)) / sizeof(real);
    ++*count;
    return p;
}

struct param *layer_book_param(struct layer *l, const char *name, enum param_role role, int rank,
                               ...)
{
    struct param *p;
    va_list dims;

    va_start(dims, rank);
    p = book(l->param, &l->params, &l->param_reals, name, role, rank, dims);
    va_end(dims);
    return p;
}

struct param *layer_book_state(struct layer *l, const char *name, int rank, ...)
{
    struct param *p;
    va_list dims;

    va_start(dims, rank);
    p = book(l->state, &l->states, &l->state_reals, name, PARAM_STATE, rank, dims);
    va_end(dims);
    return p;
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

/* Sets one option from a word of the spec, "k=3" or, as the first word, "16"; notes it in *given, a
 * bit for each entry of the table. */
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

/* Fills l->options, and resolves them. */
static int parse_options(struct layer *l, const char *words, struct setup *s)
{
    const struct option *table = l->type->options;
    char *copy = xstrdup(words), *rest = copy, *word;
    unsigned given = 0;
    bool first = true;
    int r = 0;

    memset(l->options, 0, sizeof l->options);
    options_default(table, l->options);
    while (r == 0 && (word = strtok_r(rest, BLANKS, &rest))) {
        r = set_word(l, word, first, &given, s);
        first = false;
    }
    for (int i = 0; r == 0 && table && table[i].name; i++)
        if (!table[i].initial && !(given & 1u << i))
            r = layer_error(s, "needs %s: %s", table[i].name, table[i].help);
    if (r == 0 && l->type->resolve)
        l->type->resolve(l->options);
    free(copy);
    return r;
}

/* Layers count positions and values of a batch in int. */
static bool too_large(struct shape shape, const struct setup *s)
{
    double values = (double)shape.h * shape.w * shape.c * s->max_n;

    return values > 2147483647.0;
}

static int unknown_type(const char *name, size_t length, struct setup *s)
{
    const char *names[64], *nearest;
    char word[LAYER_NAME];
    int n = 0;

    for (; layer_types[n] && n < 63; n++)
        names[n] = layer_types[n]->name;
    names[n] = NULL;
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    nearest = text_nearest(word, names);
    return layer_error(s, "unknown layer '%s'%s%s%s", word, nearest ? "; did you mean '" : "",
                       nearest ? nearest : "; see normlab list layers", nearest ? "'?" : "");
}

/* Sets l->type; *words gets the rest of the spec. */
static int parse_type(struct layer *l, const char *spec, const char **words, struct setup *s)
{
    const char *name = spec + strspn(spec, BLANKS);
    size_t length = strcspn(name, BLANKS);

    s->message[0] = '\0';
    l->type = layer_type_find(name, length);
    *words = name + length;
    return l->type ? 0 : unknown_type(name, length, s);
}

int layer_parse(struct layer *l, const char *spec, struct setup *s)
{
    const char *words;

    return parse_type(l, spec, &words, s) || parse_options(l, words, s) ? -1 : 0;
}

int layer_setup(struct layer *l, const char *spec, const char *name, struct setup *s)
{
    const char *words;
    int r = parse_type(l, spec, &words, s), inputs;

    if (r)
        return r;
    inputs = l->type->inputs ? l->type->inputs : 1;
    if (l->inputs != inputs)
        return layer_error(s, "%s takes %d inputs", l->type->name, inputs);
    if (strlen(name) >=
        sizeof l->name) /* a name cut short could be another layer's random stream */
        return layer_error(s, "its name, %s, is too long: nest less deeply", name);
    for (int i = 0; i < l->inputs; i++)
        if (too_large(l->in[i], s))
            return layer_error(s, "%d samples of its input are more than 2^31 values", s->max_n);
    strcpy(l->name, name);
    l->params = l->states = 0;
    l->param_reals = l->state_reals = l->saved_bytes = l->scratch_bytes = 0;
    l->flops = 0;
    l->kernels = kernels_choose();
    l->epilogue = (struct epilogue){false, NULL};
    r = parse_options(l, words, s);
    if (r == 0)
        r = l->type->setup(l, s);
    if (r == 0 && too_large(l->out, s))
        r = layer_error(s, "%d samples of its output are more than 2^31 values", s->max_n);
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

void layer_print(const struct layer *l, struct text *out)
{
    struct config c = {0};

    options_to_config(l->type->options, l->options, &c);
    text_add(out, "%s%s", l->type->name, c.count ? " " : "");
    config_print(&c, out);
    config_clear(&c);
}

void layer_init_state(const struct layer *l, real *state)
{
    for (int i = 0; i < l->states; i++)
        for (size_t j = 0; j < l->state[i].count; j++)
            state[l->state[i].offset + j] = (real)l->state[i].initial;
}

bool layer_tokens_fit(const struct layer *l, const struct io *io, double *bad)
{
    size_t n = l->type->takes_tokens ? layer_count(l, io) : 0;

    for (size_t i = 0; i < n; i++) {
        *bad = (double)io->x[0][i];
        if (!(*bad >= 0 && *bad < l->param[0].dim[0] && *bad == floor(*bad)))
            return false;
    }
    return true;
}

size_t layer_positions(const struct layer *l, const struct io *io)
{
    struct shape in = l->in[0];

    return in.rank == 2 && io->t > 0 ? (size_t)io->t : shape_positions(in);
}

size_t layer_rows(const struct layer *l, const struct io *io)
{
    return (size_t)io->n * layer_positions(l, io);
}

size_t layer_count(const struct layer *l, const struct io *io)
{
    return layer_rows(l, io) * (size_t)l->in[0].c;
}

void layer_samples(const struct layer *l, const struct io *io,
                   void (*task)(void *layer_call, int sample))
{
    struct layer_call c = {l, io};

    parallel_run(io->threads, io->n, task, &c);
}

void layer_elements(const struct layer *l, const struct io *io, size_t n,
                    void (*task)(void *layer_call, size_t first, size_t end))
{
    enum { BLOCK = 1 << 14 };
    struct layer_call c = {l, io};

    parallel_blocks(io->threads, n, BLOCK, task, &c);
}
