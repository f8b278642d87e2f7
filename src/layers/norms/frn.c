/* Filter response normalization (Singh & Krishnan 2020): a statistics group is one channel of one
 * sample, and the mean is not subtracted,
 *   nu^2 = mean of x^2 over positions,   y = gamma * x / sqrt(nu^2 + eps) + beta.
 * In the paper the layer tlu follows it, in place of the activation.
 *
 * With learn_eps=1 each channel learns its eps, as in the paper: eps + |eps_l|, where eps_l starts at 1e-4 (norm.h). The
 * paper needs it where there is one position: nu^2 is then x^2, and with a small fixed eps y is near gamma times the
 * sign of x. So one position is refused without learn_eps. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    {"masked", OPTION_CHOICE, offsetof(struct norm, masked), "auto", 0, 0, "0|1|auto",
     "1: padding does not count; auto: it counts in nets, and not in apply with a mask"},
    {"eps", OPTION_REAL, offsetof(struct norm, eps), "1e-6", 0, 1, NULL,
     "added to the mean square, inside the root"},
    {"learn_eps", OPTION_INT, offsetof(struct norm, learn_eps), "0", 0, 1, NULL,
     "1: each channel learns an addition to eps"},
    {"affine", OPTION_CHOICE, offsetof(struct norm, affine), "both", 0, 0, "both|scale|shift|none",
     "which of gamma (scale) and beta (shift) are learned"},
    {"gamma_init", OPTION_REAL, offsetof(struct norm, gamma_init), "1", -1e6, 1e6, NULL,
     "initial value of gamma"},
    {0},
};

static void resolve(void *options)
{
    struct norm *m = options;

    m->uncentered = true;
    norm_resolve(m);
}

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup(
        l, s, (struct norm_partition){.samples = 1, .all_positions = true, .channels = 1},
        "frn of one value is little more than its sign; take learn_eps=1, or layernorm");
}

const struct layer_type layer_frn = {
    .name = "frn",
    .usage =
        "filter response normalization: by the mean square of each channel of a sample; tlu follows it",
    .options = options,
    .resolve = resolve,
    .is_norm = true,
    .norm = norm_of,
    .takes_epilogue = true,
    .reads_mask = true,
    .examples = {"", "learn_eps=1", "learn_eps=1 affine=none eps=0", "affine=scale eps=1e-3",
                 "affine=shift masked=0"},
    .setup = setup,
    .forward = norm_forward,
    .backward = norm_backward,
};
