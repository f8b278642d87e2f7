/* The C library: implements include/normlab.h by struct instance. */
#include "base/error.h"
#include "base/number.h"
#include "base/rng.h"
#include "layers/instance.h"
#include "normlab.h"
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(nl_real) == sizeof(real), "nl_real is not what layers compute with");
_Static_assert((int)NL_MESSAGE == (int)LAYER_MESSAGE, "a message of set-up must fit");

struct nl_layer {
    struct instance instance;
    uint64_t seed, calls; /* calls: number of training forwards so far, for their random keys */
    bool ran;             /* the last forward succeeded, so backward may follow */
    char message[NL_MESSAGE];
};

const char *nl_version(void)
{
    return NORMLAB_VERSION;
}

size_t nl_real_bytes(void)
{
    return sizeof(real);
}

/* ---- making and freeing ---- */

/* Writes a message of at most NL_MESSAGE bytes. Returns -1. */
__attribute__((format(printf, 2, 3))) static int write_message(char *message, const char *format,
                                                               ...)
{
    va_list args;

    va_start(args, format);
    number_vformat(message, NL_MESSAGE, format, args);
    va_end(args);
    return -1;
}

static int check_setup(const struct nl_setup *s, char *message)
{
    if (s->rank < 1 || s->rank > 3)
        return write_message(message, "rank is %d; should be 1 [C], 2 [T][C] or 3 [H][W][C]",
                             s->rank);
    for (int i = 0; i < s->rank; i++)
        if (s->shape[i] < 1 || s->shape[i] > NL_LARGEST)
            return write_message(message, "shape[%d] is %d; should be from 1 to %d", i, s->shape[i],
                                 NL_LARGEST);
    if (s->max_n < 1)
        return write_message(message, "max_n is %d; should be 1 or more", s->max_n);
    if (s->min_train_n < -1 || s->min_train_n > s->max_n)
        return write_message(message, "min_train_n is %d; should be from -1 to max_n, %d",
                             s->min_train_n, s->max_n);
    return 0;
}

static struct shape shape_of(const struct nl_setup *s)
{
    const int *d = s->shape;

    return s->rank == 1   ? shape_vector(d[0])
           : s->rank == 2 ? shape_sequence(d[0], d[1])
                          : shape_image(d[0], d[1], d[2]);
}

static int set_up(struct nl_layer *l, const char *text, const struct nl_setup *s, char *message)
{
    struct instance *i = &l->instance;
    struct shape in = shape_of(s);
    struct setup setup = {.max_n = s->max_n,
                          .min_train_n = s->min_train_n == 0  ? s->max_n
                                         : s->min_train_n < 0 ? 0
                                                              : s->min_train_n,
                          .feeds_norm = s->feeds_norm,
                          .masked = true};

    if (layer_inputs_of(text) > 1)
        return write_message(message, "the library has no layers of two inputs");
    if (instance_set_up(i, text, &in, &setup) || instance_allocate(i, false))
        return write_message(message, "%s", i->setup.message);
    instance_init(i, s->seed);
    l->seed = s->seed;
    return 0;
}

/* As set_up(), but returns -1 with a message when there is no memory, instead of ending the process. The lock is needed
 * because LIBXSMM must not generate code in several threads at a time. */
static int set_up_guarded(struct nl_layer *l, const char *text, const struct nl_setup *s,
                          char *message)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    jmp_buf no_memory;
    int r;

    pthread_mutex_lock(&one_at_a_time);
    if (setjmp(no_memory) == 0) {
        memory_escape(&no_memory);
        r = set_up(l, text, s, message);
    } else {
        r = write_message(message, "no memory to set the layer up");
    }
    memory_escape(NULL);
    pthread_mutex_unlock(&one_at_a_time);
    return r;
}

struct nl_layer *nl_layer_new(const char *text, const struct nl_setup *s, char message[NL_MESSAGE])
{
    char unread[NL_MESSAGE];
    struct nl_layer *l;

    message = message ? message : unread;
    *message = '\0';
    if (!text || !s) {
        write_message(message, "there is no text or no setup");
        return NULL;
    }
    if (check_setup(s, message))
        return NULL;
    l = calloc(1, sizeof *l);
    if (!l) {
        write_message(message, "no memory to set the layer up");
        return NULL;
    }
    if (set_up_guarded(l, text, s, message)) {
        nl_layer_free(l);
        return NULL;
    }
    return l;
}

void nl_layer_free(struct nl_layer *l)
{
    if (l)
        instance_close(&l->instance);
    free(l);
}

int nl_output_shape(const struct nl_layer *l, int shape[3])
{
    struct shape out = l->instance.layer.out;
    int rank = out.rank;

    shape[0] = rank == 1 ? out.c : out.h;
    if (rank > 1)
        shape[1] = rank == 2 ? out.c : out.w;
    if (rank > 2)
        shape[2] = out.c;
    return rank;
}

const char *nl_error(const struct nl_layer *l)
{
    return l ? l->message : "there is no layer";
}

/* ---- parameters and state ---- */

int nl_tensor_count(const struct nl_layer *l)
{
    return l->instance.layer.params + l->instance.layer.states;
}

struct nl_tensor nl_tensor(const struct nl_layer *l, int number)
{
    const struct instance *i = &l->instance;
    bool state = number >= i->layer.params;
    const struct param *p;
    struct nl_tensor t = {0};

    if (number < 0 || number >= nl_tensor_count(l))
        return t;
    p = state ? &i->layer.state[number - i->layer.params] : &i->layer.param[number];
    t = (struct nl_tensor){.name = p->name,
                           .rank = p->rank,
                           .count = p->count,
                           .value = (state ? i->state : i->param) + p->offset,
                           .gradient = state ? NULL : i->dparam + p->offset};
    for (int k = 0; k < p->rank; k++)
        t.dim[k] = p->dim[k];
    return t;
}

struct nl_tensor nl_tensor_named(const struct nl_layer *l, const char *name)
{
    for (int i = 0; i < nl_tensor_count(l); i++) {
        struct nl_tensor t = nl_tensor(l, i);

        if (strcmp(t.name, name) == 0)
            return t;
    }
    return (struct nl_tensor){0};
}

/* ---- passes ---- */

static int check_call(struct nl_layer *l, const struct nl_call *c)
{
    const struct setup *s = &l->instance.setup;
    const struct layer *layer = &l->instance.layer;
    bool varies = layer->in[0].rank == 2 && !layer->type->takes_all_positions;

    if (c->n < 1 || c->n > s->max_n)
        return write_message(l->message, "n is %d; should be from 1 to max_n, %d", c->n, s->max_n);
    if (c->training && s->min_train_n == 0)
        return write_message(l->message, "this layer was set up not to be trained (min_train_n)");
    if (c->training && c->n < s->min_train_n)
        return write_message(l->message,
                             "a training call of %d samples is smaller than the %d of min_train_n",
                             c->n, s->min_train_n);
    if (c->steps < 0 || c->steps > layer->in[0].h || (c->steps > 0 && !varies))
        return write_message(l->message, "steps is %d; should be 0%s", c->steps,
                             varies ? " or from 1 to T" : " for this layer");
    return 0;
}

int nl_forward(struct nl_layer *l, const struct nl_call *call, const nl_real *x, nl_real *y)
{
    struct io *io;
    double bad;

    if (!l)
        return -1;
    l->message[0] = '\0';
    l->ran = false;
    if (!call || !x || !y)
        return write_message(l->message, "nl_forward takes a call and the arrays x and y");
    if (check_call(l, call))
        return -1;
    io = &l->instance.io;
    io->n = call->n;
    io->t = call->steps;
    io->training = call->training;
    io->mask = l->instance.layer.type->reads_mask ? call->mask : NULL;
    io->x[0] = x;
    io->y = y;
    if (layer_check_state(&l->instance.layer, io->state, l->message))
        return -1;
    if (!layer_tokens_fit(&l->instance.layer, io, &bad))
        return write_message(l->message, "x holds %g; tokens are whole numbers from 0 to %d", bad,
                             l->instance.layer.param[0].dim[0] - 1);
    if (call->training)
        io->random_key = rng_key(l->seed, "nl_forward", l->calls++);
    instance_forward(&l->instance);
    l->ran = true;
    return 0;
}

int nl_backward(struct nl_layer *l, const nl_real *dy, nl_real *dx)
{
    if (!l)
        return -1;
    l->message[0] = '\0';
    if (!l->ran)
        return write_message(l->message, "nl_backward follows an nl_forward that did not fail");
    if (!dy)
        return write_message(l->message, "nl_backward takes the array dy");
    if (dx && l->instance.layer.type->takes_tokens)
        return write_message(l->message, "tokens have no gradient; give NULL for dx");
    l->instance.io.dy = dy;
    l->instance.io.dx[0] = dx;
    instance_backward(&l->instance);
    return 0;
}
