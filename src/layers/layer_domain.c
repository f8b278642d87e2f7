/* Checks of the values of a layer's tensors (enum param_domain). */
#include "base/number.h"
#include "layers/layer.h"
#include <math.h>

static bool is_in(enum param_domain domain, double v)
{
    switch (domain) {
    case PARAM_NOT_NEGATIVE:
        return !(v < 0);
    case PARAM_COUNT:
        return v >= 0 && v == floor(v);
    default:
        return true;
    }
}

/* Writes to `why` that element i of the tensor is v, and what it should be. Returns -1. */
static int refuse(const struct param *p, size_t i, double v, const char *should_be,
                  char why[LAYER_MESSAGE])
{
    char element[32] = "";

    if (p->count > 1)
        number_format(element, sizeof element, "[%zu]", i);
    number_format(why, LAYER_MESSAGE, "%s%s is %g, should be %s", p->name, element, v, should_be);
    return -1;
}

static int check(const struct param *p, size_t i, double v, char why[LAYER_MESSAGE])
{
    static const char *const should_be[] = {
        [PARAM_ANY] = "a number",
        [PARAM_NOT_NEGATIVE] = "0 or more",
        [PARAM_COUNT] = "a whole number from 0 on",
    };

    return is_in(p->domain, v) ? 0 : refuse(p, i, v, should_be[p->domain], why);
}

int layer_check_values(const struct param *p, const double *value, char why[LAYER_MESSAGE])
{
    for (size_t i = 0; i < p->count; i++) {
        if (!isfinite(value[i]))
            return refuse(p, i, value[i], "finite", why);
        if (fabs(value[i]) > REAL_MAX)
            return refuse(p, i, value[i], "a number that fits into this build's type", why);
        if (check(p, i, value[i], why))
            return -1;
    }
    return 0;
}

int layer_check_state(const struct layer *l, const real *state, char why[LAYER_MESSAGE])
{
    for (int t = 0; t < l->states; t++) {
        const struct param *p = &l->state[t];

        for (size_t i = 0; i < p->count && p->domain != PARAM_ANY; i++)
            if (check(p, i, state[p->offset + i], why))
                return -1;
    }
    return 0;
}
