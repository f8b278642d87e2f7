/* A norm over a whole sequence [N][T][C] that is called at every time step on the N vectors there, with
 * statistics for each (step_norm.h). */
#ifndef NORMLAB_LAYERS_NORM_STEPS_H
#define NORMLAB_LAYERS_NORM_STEPS_H

#include "layers/step_norm.h"

struct norm_steps {
    struct step_norm norm;
    size_t x, y, dy, dx, mask; /* of one step, in scratch */
};

/* spec: the norm's text for vectors; masked: of enum norm_masked. 0, -1 or REFUSED. */
int norm_steps_setup(struct layer *l, struct setup *s, struct norm_steps *m, const char *spec,
                     int masked);

void norm_steps_forward(const struct layer *l, const struct norm_steps *m, struct io *io);
void norm_steps_backward(const struct layer *l, const struct norm_steps *m, struct io *io);

#endif
