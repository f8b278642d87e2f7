/* Nets that are refused, and what is said of them. */
#include "nets.h"
#include "support.h"
#include <string.h>

static void test_errors(void **state)
{
    static const char *const bad[][2] = {
        {"", "no layer"},
        {"conv2d 4; batchnrm; relu", "unknown layer or net 'batchnrm'; did you mean 'batchnorm'?"},
        {"conv2d 4; ${norm}", "${norm} has no value; give norm="},
        {"conv2d 4; ${norm", "no closing brace"},
        {"residual { conv2d 4 k=3 }",
         "block1.add (add) on 8x8x4: the body gives 8x8x4 and the shortcut"},
        {"residual conv2d 4", "must be followed by"},
        {"residual { conv2d 4", "has no }"},
        {"relu }", "a } without {"},
        {"{ relu }", "'{' stands only behind residual"},
        {"flatten; conv2d 3", "conv1 (conv2d 3) on 64: needs an image"},
        {"conv2d 4; groupnorm groups=3",
         "norm1 (groupnorm groups=3) on 8x8x4: groups=3 does not divide"},
        {"resent depth=8", "did you mean 'resnet'?"},
        {"resnet depth=9", "depth=9: should be 6n + 2"},
        {"resnet dept=8", "resnet: unknown key 'dept'; did you mean 'depth'?"},
        {"mlp hidden=12-", "hidden=12-: should be widths"},
        {"mlp hidden=12x", "hidden=12x: should be widths"},
        {"mlp hidden=3-12x0", "hidden=3-12x0: should be widths"},
        {"mlp hidden=600x600-600x600", "at most 1000 layers"},
        {"mlp 12", "'12' is not KEY=VALUE"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text why = {0};
        struct net n;

        assert_int_equal(build(&n, bad[i][0], "", shape_image(8, 8, 1), &why), -1);
        if (!strstr(text_str(&why), bad[i][1]))
            fail_msg("'%s': '%s' lacks '%s'", bad[i][0], text_str(&why), bad[i][1]);
        text_clear(&why);
    }
}

/* Tokens go into an embedding, and nothing else does. */
static void test_token_errors(void **state)
{
    static const struct {
        const char *text;
        int tokens, channels;
        const char *message;
    } bad[] = {
        {"transformer", 0, 4, "embedding1 (embedding 64 tokens=0) on 20x4: the data has no tokens"},
        {"transformer from=values", 9, 1,
         "dense1 (dense 64) on 20x1: the data's numbers are those of"},
        {"embedding 4 tokens=8; mean", 9, 1,
         "tokens=8, but the data has 9; write tokens=${tokens}"},
        {"embedding 4 tokens=8; mean", 0, 1,
         "its input should be the data, and that should be tokens"},
        {"embedding 1 tokens=9; embedding 4 tokens=9; mean", 9, 1,
         "embedding2 (embedding 4 tokens=9)"},
        {"transformer width=30", 9, 1,
         "attention 4) on 20x30: heads=4 does not divide the 30 channels"},
        {"mean; attention 2", 0, 4, "attention1 (attention 2) on 4: needs a sequence [T][C]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text why = {0};
        struct net n;

        assert_int_equal(build_sequence(&n, bad[i].text, bad[i].tokens, bad[i].channels, &why), -1);
        if (!strstr(text_str(&why), bad[i].message))
            fail_msg("'%s': '%s' lacks '%s'", bad[i].text, text_str(&why), bad[i].message);
        text_clear(&why);
    }
}

static void test_refusal_names_the_place(void **state)
{
    struct text why = {0};
    struct net n;

    (void)state;
    assert_int_equal(build(&n, "mlp hidden=8", "norm=instancenorm", shape_image(4, 4, 1), &why),
                     -2);
    assert_string_equal(
        text_str(&why),
        "net: norm1 (instancenorm) on 8: on shape 8 a statistics group holds one value, "
        "whose variance is undefined; instancenorm needs more than one position; take "
        "layernorm or groupnorm");
    text_clear(&why);
}

/* Names are random streams: one that does not fit is refused, not cut. */
static void test_deep_nesting_is_refused(void **state)
{
    struct text text = {0}, why = {0};
    struct net n;

    (void)state;
    for (int i = 0; i < 12; i++)
        text_add(&text, "residual { ");
    text_add(&text, "dense 4");
    for (int i = 0; i < 12; i++)
        text_add(&text, " }");
    assert_int_equal(build(&n, text_str(&text), "", shape_vector(4), &why), -1);
    assert_non_null(strstr(text_str(&why), "nest less deeply"));
    text_clear(&text);
    text_clear(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_token_errors),
        cmocka_unit_test(test_refusal_names_the_place),
        cmocka_unit_test(test_deep_nesting_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
