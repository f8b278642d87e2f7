/* The text of a net. The first byte chooses the input; the canonical form is that of the same net, and canonical. */
#include "fuzz.h"
#include "net/net.h"
#include <string.h>

enum { BATCH = 4 };

static int build(struct net *n, const char *text, unsigned input, struct text *why)
{
    static const struct config_item pair[] = {{"norm", "batchnorm"}, {"slot", "none"}};
    const struct config config = {(struct config_item *)pair, 2};
    struct net_request request = {.text = text,
                                  .config = &config,
                                  .classes = 10,
                                  .max_n = BATCH,
                                  .min_train_n = BATCH,
                                  .unfused = input & 4};

    request.in = input % 4 == 0   ? shape_image(8, 8, 3)
                 : input % 4 == 1 ? shape_sequence(7, 5)
                 : input % 4 == 2 ? shape_sequence(7, 1)
                                  : shape_image(1, 1, 6);
    request.tokens = input % 4 == 2 ? 9 : 0;
    return net_build(n, &request, NULL, why);
}

static void check_canonical(const char *text, unsigned input, const struct net *net)
{
    struct text canonical = {0}, again = {0}, why = {0};
    struct net same;

    if (net_canonical(text, &canonical) == 0) {
        FUZZ_CHECK(net_canonical(text_str(&canonical), &again) == 0);
        FUZZ_CHECK(strcmp(text_str(&canonical), text_str(&again)) == 0);
        FUZZ_CHECK((build(&same, text_str(&canonical), input, &why) == 0) == (net != NULL));
        if (net) {
            FUZZ_CHECK(same.param_reals == net->param_reals && same.nodes == net->nodes);
            FUZZ_CHECK(same.state_reals == net->state_reals && same.layers == net->layers);
            net_release(&same);
        }
    } else {
        FUZZ_CHECK(canonical.length == 0);
    }
    text_clear(&canonical);
    text_clear(&again);
    text_clear(&why);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    unsigned input = fuzz_byte(&in);
    struct text why = {0};
    struct net net;
    int r;

    if (fuzz_is_large(in.at, 4))
        return;
    r = build(&net, in.at, input, &why);
    FUZZ_CHECK((r == 0) == (why.length == 0));
    if (r == 0) {
        for (int i = 0; i < net.nodes; i++) {
            FUZZ_CHECK(net.node[i].out >= 0 && net.node[i].out < net.buffers);
            FUZZ_CHECK(net.node[i].in[0] >= 0 && net.node[i].in[0] < net.buffers);
        }
        FUZZ_CHECK(net.trainable <= net.param_reals);
    }
    check_canonical(in.at, input, r == 0 ? &net : NULL);
    if (r == 0)
        net_release(&net);
    FUZZ_CHECK(!fuzz_printed().lines);
    text_clear(&why);
}

const struct fuzz_target fuzz_net = {.name = "net", .most = 512, .run = run};
