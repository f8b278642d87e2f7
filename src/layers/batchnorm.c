/* Batch normalization (Ioffe & Szegedy 2015): a statistics group is a channel over the whole batch. over=step:
 * over the batch at one time step (Laurent et al. 2016; Cooijmans et al. 2016). */
#include "layers/norm.h"
#include "layers/norm_steps.h"

enum over { OVER_ALL, OVER_STEP };

struct batchnorm {
    struct norm norm; /* over=all: this alone */
    struct norm_steps steps;
};
LAYER_OPTIONS_FIT(struct batchnorm);
_Static_assert(sizeof(struct norm) <= STEP_NORM_OPTIONS, "STEP_NORM_OPTIONS is too small");

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "auto", 0, 1, "auto|cma",
     "weight of the new batch in the running statistics; cma: their cumulative average"},
    {"running_var", OPTION_CHOICE, offsetof(struct norm, running_var), "auto", 0, 0,
     "unbiased|biased|auto", "which batch variance the running one averages"},
    {"over", OPTION_CHOICE, offsetof(struct norm, over), "all", 0, 0, "all|step",
     "a group is of all positions, or of one time step of a sequence"},
    {0},
};

/* At a step it stands as over=all, with the same options. */
static int set_up_steps(struct layer *l, struct setup *s, struct batchnorm *b)
{
    struct config own = {0};
    struct text spec = {0};
    int r;

    options_to_config(options, b, &own);
    config_set(&own, "over", "all");
    text_add(&spec, "batchnorm ");
    config_print(&own, &spec);
    r = norm_steps_setup(l, s, &b->steps, text_str(&spec), b->norm.masked);
    text_clear(&spec);
    config_clear(&own);
    return r;
}

static int setup(struct layer *l, struct setup *s)
{
    struct batchnorm *b = (struct batchnorm *)l->options;

    if (b->norm.over == OVER_STEP)
        return set_up_steps(l, s, b);
    return norm_setup(l, s, (struct norm_partition){true, true, 1},
                      "take a batch of 2 or more, or layernorm or groupnorm");
}

static void forward(const struct layer *l, struct io *io)
{
    const struct batchnorm *b = (const struct batchnorm *)l->options;

    if (b->norm.over == OVER_STEP)
        norm_steps_forward(l, &b->steps, io);
    else
        norm_forward(l, io);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct batchnorm *b = (const struct batchnorm *)l->options;

    if (b->norm.over == OVER_STEP)
        norm_steps_backward(l, &b->steps, io);
    else
        norm_backward(l, io);
}

const struct layer_type layer_batchnorm = {
    .name = "batchnorm",
    .usage = "batch normalization: per channel over the batch and all positions, or one time step",
    .options = options,
    .is_norm = true,
    .takes_epilogue = true,
    .reads_mask = true,
    .examples = {"", "affine=none eps=1e-3", "momentum=cma affine=scale",
                 "compat=keras affine=shift", "running_var=biased momentum=0.3 gamma_init=0.5"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
