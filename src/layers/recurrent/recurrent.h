/*
 * What the layer types rnn, lstm and gru share. The input is [N][T][C]. The output is [N][T][H], or [N][T][2H] with
 * bidirectional=1: then a second direction runs from the last step to the first. A struct cell has the functions that
 * compute one time step of a type.
 *
 * Arrays inside the layer are [T][N][..] (time-major), so that the vectors of a step are neighbours in memory. With G the
 * number of gates, the product x W_x, W_x = weight_x [C][G*H], is computed once for all steps, or once for each kind of
 * rows (row_kinds.h). The product h W_h, W_h = weight_h [H][G*H], is computed once for each step. A gate before its
 * nonlinearity is
 *   a = norm_x(x W_x) + norm_h(h W_h) + b
 * where h is the state before the step. These norms have gamma but no beta, since b takes its place (Cooijmans et al.
 * 2016, section 3).
 *
 * A norm over the batch has its own statistics at each position t and in each direction.
 *
 * With a mask, the result is that of PyTorch on packed sequences: a step at padding does not change h and c, and its
 * output is 0. So the second direction begins at the last valid step. With masked=1, norms inside the cell leave
 * padding out of their statistics; with masked=0 they count it (step_norm.h).
 */
#ifndef NORMLAB_LAYERS_RECURRENT_RECURRENT_H
#define NORMLAB_LAYERS_RECURRENT_RECURRENT_H

#include "kernels/products.h"
#include "layers/norms/engine/step_norm.h"

/* What differs between rnn, lstm and gru: the number of gates and the kernels of a step. */
struct cell {
    int gates;       /* G */
    bool separate_h; /* kernels read h W_h from cell_step.gates_h; false: it is added to x W_x */
    void (*forward)(const struct kernels *k, const struct cell_step *s);
    void (*backward)(const struct kernels *k, const struct cell_step *s);
    /* Computes h from the norm of the state c, in a layer with such a norm; and the backward pass of this. NULL: the type
     * has no state c. */
    void (*output)(const struct kernels *k, const struct cell_step *s);
    void (*output_backward)(const struct kernels *k, const struct cell_step *s);
};

/* What a norm inside the cell normalizes: x W_x, h W_h or c. Bit 1 << NORM_OF_.. of the option norm_at is set when
 * there is such a norm. */
enum { NORM_OF_X, NORM_OF_H, NORM_OF_C, CELL_NORMS };
#define NORM_AT_AUTO 0

/* The tensors and the memory of a direction. The members from gates to norm_input are offsets in saved, of arrays of
 * these shapes, with the T and N of a call. */
struct direction {
    int weight_x, weight_h, bias, bias_h; /* numbers of parameters; -1: there is none */
    size_t gates;                         /* [T][N][G*H] */
    size_t h, c;                          /* [T+1][N][H]: the states before and after each step */
    size_t memo;                          /* [T][N][H] (struct cell_step) */
    size_t norm_input[CELL_NORMS];        /* [T][N][G*H]; for the norm of c [T][N][H] */
    struct step_norm norm[CELL_NORMS];
};

/* The options of rnn, lstm and gru, and what set-up computes from them. The table of each type has entries for the
 * options that this type has. */
struct recurrent {
    int units, bias, norm_at, masked;
    bool bidirectional;
    double forget_bias, gamma_init;
    char norm[OPTION_WORD_MAX];

    const struct cell *cell;
    int directions;
    int kinds; /* number of kinds in io.kind, which calls with enough rows use; 0: no call does */
    struct products input, hidden;           /* products with weight_x and weight_h */
    struct products input_back, hidden_back; /* products with the transposed weights */
    size_t x;                                /* offset in saved: [T][N][C] */
    /* Offsets in scratch. R: the largest number of rows in a segment, recurrent_segment_rows(). */
    size_t mask;                       /* [T][N], bytes */
    size_t gates_h;                    /* [N][G*H]: h W_h of one step, or its norm */
    size_t dgates, dgates_h;           /* [R][G*H] */
    size_t dnorm_input[2];             /* [R][G*H]: for the norms of x W_x and of h W_h */
    size_t dstates, padded_dstates;    /* [2][N][H]: gradients of h and c */
    size_t normed_c;                   /* [N][H]: the norm of c; in backward its gradient */
    size_t dx;                         /* [R][C] */
    size_t kind_x, kind_gates;         /* tables [kinds][C] and [kinds][G*H] of row_kinds.h */
    size_t bias_sums;                  /* [G*H] */
    size_t partial_gradient;           /* [parameters], in real: of a step or a segment */
    size_t total_gradient;             /* [parameters], in double */
    size_t transposed_x, transposed_h; /* the weights, [G*H][C] and [G*H][H] */
    struct direction direction[2];
};

/* Table entries for the options that rnn, lstm and gru have. */
/* clang-format off */
#define RECURRENT_OPTIONS(norm_at_choices)                                                         \
    {"units", OPTION_INT, offsetof(struct recurrent, units), NULL, 1, 1 << 20, NULL,               \
     "size of the state h, which is the output"},                                                  \
    {"bidirectional", OPTION_BOOL, offsetof(struct recurrent, bidirectional), "0", 0, 0, NULL,     \
     "1: also runs from the last step to the first, and puts out both states"},                    \
    {"bias", OPTION_INT, offsetof(struct recurrent, bias), "1", 0, 1, NULL, "1: with a bias"},     \
    {"norm", OPTION_WORD, offsetof(struct recurrent, norm), "none", 0, 0, NULL,                    \
     "a norm inside the cell, with its options after colons: batchnorm:momentum=0.3"},             \
    {"norm_at", OPTION_CHOICE, offsetof(struct recurrent, norm_at), "auto", 0, 0, norm_at_choices, \
     "what it normalizes: the product with the input, with the state, or the cell (auto: all)"},   \
    {"gamma_init", OPTION_REAL, offsetof(struct recurrent, gamma_init), "auto", 0, 1e6, "auto",    \
     "initial value of the norm's gamma (auto: 0.1 for batchnorm, else 1)"},                       \
    {"masked", OPTION_CHOICE, offsetof(struct recurrent, masked), "auto", 0, 0, "0|1|auto",        \
     "1: padding does not count in the norm; auto: it counts in nets"}
/* clang-format on */

#define GAMMA_INIT_AUTO (-1.0)

/* Adds the canonical form of the text of a norm inside a cell, as "batchnorm:momentum=0.3", to out. The form is the
 * same for every recurrent layer. affine, gamma_init and masked are kept when the text has them, since their defaults
 * depend on the layer. Returns 0. When the text is not that of a norm, returns -1 without a message, and adds
 * nothing. */
int recurrent_norm_canonical(const char *text, struct text *out);

/* For the member `resolve` (layer.h) of the types. Replaces the value auto of norm_at and gamma_init, and the norm's
 * text by its canonical form. masked and gamma_init in the norm's text are moved to the layer's options of the same
 * name. has_c: the type has the state c. */
void recurrent_resolve(void *options, bool has_c);

/* Completes the set-up of l, whose options are a struct recurrent. Returns 0, or -1 or REFUSED with s->message. */
int recurrent_setup(struct layer *l, struct setup *s, const struct cell *cell);

/* For the member inner_norm (layer.h) of the types. */
const struct norm *recurrent_norm(const struct layer *l);

/* Frees the norms inside the layer. */
void recurrent_clear(struct layer *l);

/* A segment is some successive steps, often all of them. Backward first computes the gradients of all gates in a segment;
 * then one product computes what they add to the gradient of a weight. Returns the largest number of rows (vectors of one
 * sample at one step) in a segment, for n samples with `steps` steps. */
size_t recurrent_segment_rows(size_t n, size_t steps);

/* True when a call on n samples uses io.kind: n is at most MATMUL_BLOCK, and a segment of the longest sequences has at
 * least twice as many rows as there are kinds. The result does not depend on the padding of the batch. */
bool recurrent_uses_kinds(const struct layer *l, size_t n, int kinds);

void recurrent_forward(const struct layer *l, struct io *io);
void recurrent_backward(const struct layer *l, struct io *io);

#endif
