/* Elementwise loops and optimizers. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_FLAT_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_FLAT_H

#include "kernels/vector/vector.h"

/* ---- elementwise ---- */

static void relu_forward(size_t n, const real *x, real *y)
{
#define STEP(i, lanes) store(y + (i), positive(load(x + (i), lanes)), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

static void relu_backward(size_t n, const real *y, const real *dy, real *dx, bool add)
{
#define GRADIENT(i, lanes) keep(~(load(y + (i), lanes) <= 0), load(dy + (i), lanes))
#define SET(i, lanes)      store(dx + (i), GRADIENT(i, lanes), lanes)
#define ADD(i, lanes)      store(dx + (i), load(dx + (i), lanes) + GRADIENT(i, lanes), lanes)
    if (add)
        FOR_VECTORS(0, n, ADD);
    else
        FOR_VECTORS(0, n, SET);
#undef GRADIENT
#undef SET
#undef ADD
}

static void sum(size_t n, const real *a, const real *b, real *y)
{
#define STEP(i, lanes) store(y + (i), load(a + (i), lanes) + load(b + (i), lanes), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

/* ---- optimizers ---- */

enum { CHUNK = BLOCK * LANES }; /* number of elements whose squares are summed in real */

/* Runs step(i, lanes) over n elements, CHUNK at a time. The step adds the squares of its elements to the vector
 * `squares`, whose lanes are added to `total` after each chunk. */
#define FOR_CHUNKS(n, total, step)                                                                 \
    do {                                                                                           \
        for (size_t first_ = 0; first_ < (n); first_ += CHUNK) {                                   \
            size_t end_ = (n)-first_ < CHUNK ? (n) : first_ + CHUNK;                               \
            vec squares = {0};                                                                     \
                                                                                                   \
            FOR_VECTORS(first_, end_, step);                                                       \
            (total) += lanes_sum(squares);                                                         \
        }                                                                                          \
    } while (0)

static double square_sum(size_t n, const real *g)
{
    double total = 0;

#define STEP(i, lanes) squares += load(g + (i), lanes) * load(g + (i), lanes)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

/* Returns scale * g + decay * w, and adds g^2 to *squares. */
INLINE vec gradient(const struct update_rule *u, const real *g, vec w, int lanes, vec *squares)
{
    vec v = load(g, lanes);

    *squares += v * v;
    return v * u->scale + w * u->decay;
}

INLINE void sgd_step(const struct update_rule *u, const real *g, real *v, real *w, int lanes,
                     vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec velocity = load(v, lanes) * u->momentum + d;

    store(v, velocity, lanes);
    store(w, weight - (u->nesterov ? d + velocity * u->momentum : velocity) * u->lr, lanes);
}

static double sgd(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    const struct update_rule rule = *u; /* a copy, which the compiler may keep in registers */
    double total = 0;

#define STEP(i, lanes) sgd_step(&rule, g + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

INLINE void adam_step(const struct update_rule *u, const real *g, real *m, real *v, real *w,
                      int lanes, vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec first = load(m, lanes) * u->beta1 + d * u->one_minus_beta1;
    vec second = load(v, lanes) * u->beta2 + d * d * u->one_minus_beta2;

    store(m, first, lanes);
    store(v, second, lanes);
    store(w, weight - first * u->lr / (root(second) * u->root + u->eps), lanes);
}

static double adam(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w)
{
    const struct update_rule rule = *u;
    double total = 0;

#define STEP(i, lanes) adam_step(&rule, g + (i), m + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

INLINE void rmsprop_step(const struct update_rule *u, const real *g, real *v, real *w, int lanes,
                         vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec second = load(v, lanes) * u->beta2 + d * d * u->one_minus_beta2;

    store(v, second, lanes);
    store(w, weight - d * u->lr / (root(second) + u->eps), lanes);
}

static double rmsprop(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    const struct update_rule rule = *u;
    double total = 0;

#define STEP(i, lanes) rmsprop_step(&rule, g + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

#endif
