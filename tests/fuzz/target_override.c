/* What a user adds to an experiment: the first line has the seeds ("": those of the preset), the others overrides. */
#include "base/list.h"
#include "experiments/experiment.h"
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

static const char yaml[] = "name: fuzz\nversion: 1\ntitle: t\nquestion: q\naxes: [norm, batch]\n"
                           "presets:\n"
                           "  smoke:\n"
                           "    about: a\n"
                           "    seeds: 0-1\n"
                           "    common: {data: synthetic, net: mlp hidden=8, lr: 0.1}\n"
                           "    blocks:\n"
                           "      - {panel: p, norm: [none, batchnorm], batch: [2, 4]}\n"
                           "      - {panel: q, norm: layernorm, batch: 2, fixed: {lr: 1}}\n"
                           "  paper:\n"
                           "    about: a\n"
                           "    seeds: 0-1\n"
                           "    common: {data: mnist, net: mlp hidden=8, lr: 0.1}\n"
                           "    blocks: [{norm: [none, batchnorm], batch: 2}]\n";

enum { MOST_LINES = 8, MOST_COMMAS = 10 };

static void check_trials(const struct sweep *s)
{
    FUZZ_CHECK(s->trials > 0 && *s->name);
    for (int i = 0; i < s->trials; i += s->trials / 4 + 1) {
        const struct sweep_trial *t = &s->trial[i];
        struct config again = {0};
        struct text why = {0};
        char key[TRIAL_KEY];

        FUZZ_CHECK(trial_complete(&t->config, &again, &why) == 0);
        trial_key(s->plan, &again, key);
        FUZZ_CHECK(strcmp(key, t->key) == 0 && t->cost > 0);
        config_clear(&again);
        text_clear(&why);
    }
}

/* True when the sweep would have many trials, which takes time and finds nothing. */
static bool is_large(const char *text)
{
    int commas = 0, digits = 0;

    for (; *text; text++) {
        commas += *text == ',';
        digits = *text >= '0' && *text <= '9' ? digits + 1 : 0;
        if (digits > 4 && strchr(text, '-'))
            return true;
    }
    return commas > MOST_COMMAS;
}

static void run(const char *data, size_t size)
{
    static struct experiment *e; /* kept to the end */
    struct fuzz_input in = {data, size};
    char *seeds = fuzz_line(&in), *line[MOST_LINES];
    struct sweep s;
    int lines = 0;

    if (!e)
        e = experiment_parse("fuzz.yaml", yaml);
    while (in.left && lines < MOST_LINES)
        line[lines++] = fuzz_line(&in);
    if (!is_large(data) &&
        fuzz_answer(experiment_expand(&s, e, size % 2, line, lines, *seeds ? seeds : NULL))) {
        check_trials(&s);
        sweep_clear(&s);
    }
    while (lines)
        free(line[--lines]);
    free(seeds);
}

const struct fuzz_target fuzz_override = {.name = "override", .most = 512, .run = run};
