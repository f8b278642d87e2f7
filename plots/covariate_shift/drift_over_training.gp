# A figure of normlab. `gnuplot drift_over_training.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" drift_over_training.gp draws one of them, so many inches wide;
# term = 'tex' writes TikZ for LaTeX, term = 'dumb' shows it in the terminal. First come colours, points, dashes
# and fonts (normlab plot --help says how to set those of all figures), then its data, then the program that
# draws them.

# ---- The look of every figure: one colour, point and dash per norm, fonts, axes, terminals. ----

# The colours follow Okabe and Ito's palette, with lightness spread so that the common norms stay
# apart in grey print too; points and dashes tell them apart once more.

reset
# `set encoding` warns where the locale's characters lack a degree sign, as in a container without a locale. In svg, pdf
# and png text is UTF-8 all the same.
if (system('locale charmap 2>/dev/null') eq 'UTF-8') { set encoding utf8 }

# Line types. 1 to 11: the norms. 12: values printed elsewhere. 13 to 24: names not known here, and second variants of a
# norm in a figure. 25 to 27 and 29: verdicts of claims (lt_about: "about the margin"). 28: theory.
array style_rgb[29] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000, 0x7B5EA7 ]
array style_point[29] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1, 5 ]
array style_dash[29] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)', 'solid' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
seed_size = 0.4*point_size
set_linetypes = 'do for [i = 1:29] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
                'i, style_rgb[i], style_point[i], point_size, line_width, style_dash[i]) }'
eval set_linetypes

lt_none                   = 1
lt_batchnorm              = 2
lt_layernorm              = 3
lt_groupnorm              = 4
lt_instancenorm           = 5
lt_ghostbatchnorm         = 6
lt_rmsnorm                = 7
lt_weightstandardization  = 8
lt_batchrenorm            = 9
lt_frn                    = 10
lt_dyt                    = 11
lt_printed                = 12
lt_supported              = 25
lt_refuted                = 26
lt_open                   = 27
lt_theory                 = 28
lt_about                  = 29

# line_of(name): the line type of a name; for a name not known here, the next one of 13 to 24.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# second(line, first): sets the line type `line` for the second line of a norm in a figure; `first` is that of the norm's
# first line. The second line has the same colour, but is thinner and dotted (solid where the first one has short dashes).
# Its points are larger, on white, and hollow where those of the first one are filled.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# printed(line, first, n): sets the line type `line` for values printed elsewhere: large hollow points in the colour of
# line type `first`, of another shape for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through. band(): 14 % opaque, for bands. spread(): 6 %, for the bands of many lines, which
# overlap. bar(): 30 %, for bars and nested bands. faint(): 45 %, for single seeds.
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts. Sizes are in points when the figure is shown at the size for which it is drawn.
if (!exists('face')) { face = 'Helvetica' }
if (!exists('font_size')) { font_size = 8 }
font_title = sprintf('%s,%g', face, font_size + 2)
font_panel = sprintf('%s,%g', face, font_size + 1)
font_small = sprintf('%s,%g', face, font_size)
# In LaTeX text has the document's face.
latex_font(size) = sprintf('\fontsize{%g}{%g}\selectfont', size, 1.2*size)
if (exists('term') && term eq 'tex') {
    font_title = latex_font(font_size + 2); font_panel = latex_font(font_size + 1); font_small = latex_font(font_size)
}
ink = 0x333333

# abridge(s, n): s cut in its middle to n letters. brief(s): cut to half the columns of a text terminal, so that two fit.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is where a value lies in it, from 0 to 1, and
# heat_ink(part) is a colour for text on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots. margin_rgb: the colour of the region in which a claim says that the mean lies. cut(): the arrow head of an
# interval that reaches beyond the end of the axis.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# terminal(t, width, height): the statement that opens the terminal t for a figure of so many inches. A text terminal has
# `page_lines` lines.
page_lines = 27
terminal(t, width, height) = \
    t eq 'svg' ? sprintf("set terminal svg size %d,%d font '%s' fontscale 1.3333 linewidth 0.9 noenhanced background 'white'", \
                         96*width, 96*height, font_small) : \
    t eq 'pdf' ? sprintf("set terminal pdfcairo size %gin,%gin font '%s' fontscale 0.75 linewidth 1.2 pointscale 0.5 noenhanced", \
                         width, height, font_small) : \
    t eq 'png' ? sprintf("set terminal pngcairo size %d,%d font '%s' fontscale 2 linewidth 1.8 pointscale 1.27 noenhanced", \
                         192*width, 192*height, font_small) : \
    t eq 'tex' ? sprintf("set terminal tikz size %gin,%gin font '%s' linewidth 0.7 pointscale 0.5", width, height, font_small) : \
                 sprintf("set terminal dumb %d,%d noenhanced", columns, page_lines)

# guide(y): a thin horizontal line at y, to compare the data with. Its label has the colour guide_ink.
guide_ink = 0x5C5C5C
guide(y) = sprintf("set arrow from graph 0, first %.17g to graph 1, first %.17g nohead back " . \
                   "lw 0.8 dt (8,5) lc rgb 0x8C8C8C", y, y)

axes_style = "set border 3 lw 0.6 lc rgb ink; set tics nomirror out scale 0.5,0.25 textcolor rgb ink; " . \
             "set grid ytics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back"
eval axes_style
set errorbars 0
set format '%.10g'
set style fill solid noborder
unset key

# ---- The figure's data. ----

name = 'drift_over_training'
title = 'Drift of the sigmoids' . "\047" . ' inputs since the start, over training'
caption = 'fashion-mnist, 10 seeds: medians; bands: 95 % intervals of the geometric mean'
x_label = 'epoch'
y_label = 'Wasserstein distance / sd'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 10; curve = 1; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'batchnorm; noise'
style[3] = 'batchnorm; noise'; look[3] = 'line'
label[4] = 'none; noise'
style[4] = 'none; noise'; look[4] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'dense1'
note[1] = ''
$p1s1 << EOD
median 0.05 1.9770016074180603 NaN NaN
median 0.1 2.731295585632324 NaN NaN
median 0.2 3.3922321796417236 NaN NaN
median 0.4 4.519897222518921 NaN NaN
median 1 6.592848062515259 NaN NaN
median 2 8.621335983276367 NaN NaN
median 3 9.817933559417725 NaN NaN
median 4 10.794493198394775 NaN NaN
median 4.95 11.655717849731445 NaN NaN
median 5 11.61829137802124 NaN NaN
interval 0.05 1.935369408077089 1.7747212972685789 2.110559416560498
interval 0.1 2.7794846475492174 2.6969956339163677 2.8644966305501116
interval 0.2 3.3486173462962983 3.2297385673519643 3.4718717623978166
interval 0.4 4.482463079314706 4.342135776288114 4.62732542062413
interval 1 6.5826693934188665 6.35595255666923 6.817473220058292
interval 2 8.507309245008866 8.215649792827962 8.809322745645039
interval 3 9.813786851115857 9.497521798289062 10.140583449514631
interval 4 10.797965590480777 10.46260212390694 11.144078644335146
interval 4.95 11.534910272902398 11.202030318877574 11.877682100153526
interval 5 11.517620404035663 11.174491285584637 11.87128580453479
EOD
$p1s2 << EOD
median 0.05 0.13277196884155273 NaN NaN
median 0.1 0.13287729024887085 NaN NaN
median 0.2 0.1353645622730255 NaN NaN
median 0.4 0.14351638406515121 NaN NaN
median 1 0.18314498662948608 NaN NaN
median 2 0.2702386975288391 NaN NaN
median 3 0.363462895154953 NaN NaN
median 4 0.4599606990814209 NaN NaN
median 4.95 0.5446895658969879 NaN NaN
median 5 0.5485522747039795 NaN NaN
interval 0.05 0.1331673311428326 0.12914732692308825 0.13731246713504006
interval 0.1 0.13363052572582573 0.13051662478084877 0.13681871896200626
interval 0.2 0.13692022529765077 0.1328453982968406 0.14112004131049602
interval 0.4 0.14327533675485168 0.14032128241652614 0.14629158007038365
interval 1 0.1827700039474997 0.17910221831786982 0.18651290116173905
interval 2 0.2694327329788246 0.26380497620530624 0.2751805467988682
interval 3 0.36457949871055495 0.3573788023235247 0.3719252793278784
interval 4 0.4605505935434147 0.45194358022803593 0.46932152262494664
interval 4.95 0.5449765610156515 0.5357359937337094 0.5543765129286262
interval 5 0.5483063178167623 0.5372933191228967 0.5595450519439831
EOD
$p1s3 << EOD
median 0.05 0.33910518884658813 NaN NaN
median 0.1 0.33681581914424896 NaN NaN
median 0.2 0.33885109424591064 NaN NaN
median 0.4 0.3519643396139145 NaN NaN
median 1 0.37914736568927765 NaN NaN
median 2 0.4233889728784561 NaN NaN
median 3 0.4961508810520172 NaN NaN
median 4 0.5897548794746399 NaN NaN
median 4.95 0.6593151092529297 NaN NaN
median 5 0.6692512929439545 NaN NaN
interval 0.05 0.343375819227535 0.3274155230720742 0.3601141208085783
interval 0.1 0.33263603797774005 0.31819067474944945 0.3477371982967579
interval 0.2 0.3363476911310458 0.32889738175855965 0.34396676776293966
interval 0.4 0.3486596056173533 0.3367221602450331 0.3610202562872204
interval 1 0.3733470596299158 0.3584000487574353 0.3889174329567169
interval 2 0.4236083531714405 0.4125363777267195 0.43497748699265193
interval 3 0.5021633340521945 0.49103312485319883 0.5135458308272074
interval 4 0.5879258907898476 0.5763626863780471 0.5997210805459966
interval 4.95 0.6579497502725662 0.6510746100946138 0.664897489737503
interval 5 0.6616273706288313 0.6458676710025304 0.6777716198207199
EOD
$p1s4 << EOD
median 0.05 2.205638885498047 NaN NaN
median 0.1 2.8019410371780396 NaN NaN
median 0.2 3.497283101081848 NaN NaN
median 0.4 4.648557901382446 NaN NaN
median 1 6.7263758182525635 NaN NaN
median 2 8.74291706085205 NaN NaN
median 3 9.842823028564453 NaN NaN
median 4 10.797946453094482 NaN NaN
median 4.95 11.448460578918457 NaN NaN
median 5 11.523600101470947 NaN NaN
interval 0.05 2.1771650469699164 2.0525636975169763 2.309330349884703
interval 0.1 2.78673933512055 2.71069936614735 2.864912361323797
interval 0.2 3.479072610914986 3.3587359520976015 3.6037206867838627
interval 0.4 4.602192607989904 4.4567576577543075 4.752373457907354
interval 1 6.704424168952609 6.548037463854707 6.864545855969349
interval 2 8.686336428766124 8.426272108989208 8.954427245853621
interval 3 9.951501868435722 9.63681121713683 10.276468761925479
interval 4 10.878441037062371 10.515701780728296 11.253692988300648
interval 4.95 11.63493046974768 11.25512041162807 12.027557421420893
interval 5 11.652517301384812 11.300673910959935 12.015315239508444
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'dense2'
note[2] = ''
$p2s1 << EOD
median 0.05 3.5734949111938477 NaN NaN
median 0.1 5.9334938526153564 NaN NaN
median 0.2 6.579827070236206 NaN NaN
median 0.4 6.808017730712891 NaN NaN
median 1 7.516182899475098 NaN NaN
median 2 8.246082782745361 NaN NaN
median 3 8.436670780181885 NaN NaN
median 4 8.865001201629639 NaN NaN
median 4.95 9.271252155303955 NaN NaN
median 5 9.399208068847656 NaN NaN
interval 0.05 3.494423984874727 3.1795949125339265 3.840426004561823
interval 0.1 5.967196424893886 5.766469765949837 6.174910234251651
interval 0.2 6.576821204420453 6.354817417350766 6.806580632327076
interval 0.4 6.815580007200786 6.581487488647387 7.0579988056927565
interval 1 7.439080228991033 7.131947924859733 7.75943896904627
interval 2 8.146552158811986 7.825874350874122 8.480370256498091
interval 3 8.511119612127423 8.129379269212688 8.910785762730889
interval 4 8.980046913024523 8.57869296426242 9.400178196848971
interval 4.95 9.344662823133405 8.91528320598754 9.794722305557862
interval 5 9.397372116093091 8.994170118435413 9.818649361247134
EOD
$p2s2 << EOD
median 0.05 0.12859446555376053 NaN NaN
median 0.1 0.1305059865117073 NaN NaN
median 0.2 0.12998908758163452 NaN NaN
median 0.4 0.13342421501874924 NaN NaN
median 1 0.15694624930620193 NaN NaN
median 2 0.20386634021997452 NaN NaN
median 3 0.2528494894504547 NaN NaN
median 4 0.3028149753808975 NaN NaN
median 4.95 0.34706366062164307 NaN NaN
median 5 0.3486464023590088 NaN NaN
interval 0.05 0.1286823706732166 0.1242793556410631 0.13324137735236066
interval 0.1 0.12965992698445816 0.12647314668668316 0.13292700550309935
interval 0.2 0.1299279784687001 0.12692312563948382 0.1330039699535377
interval 0.4 0.1336829404753315 0.12935689997314948 0.13815365533528187
interval 1 0.15554042729606035 0.15143384225595824 0.15975837476638519
interval 2 0.20393430192082238 0.19792853826059092 0.21012229901469376
interval 3 0.254022699542086 0.24809673127997092 0.2600902138038699
interval 4 0.3052601644442161 0.2973937628128025 0.31333464130236427
interval 4.95 0.34809728724549627 0.3405325092600136 0.3558301134038069
interval 5 0.3494422658597069 0.34149025624315704 0.35757944754423127
EOD
$p2s3 << EOD
median 0.05 0.3413013070821762 NaN NaN
median 0.1 0.34231342375278473 NaN NaN
median 0.2 0.3413939028978348 NaN NaN
median 0.4 0.3349117040634155 NaN NaN
median 1 0.348152831196785 NaN NaN
median 2 0.3789380341768265 NaN NaN
median 3 0.41569310426712036 NaN NaN
median 4 0.45611442625522614 NaN NaN
median 4.95 0.47043439745903015 NaN NaN
median 5 0.4872812479734421 NaN NaN
interval 0.05 0.34123316823255717 0.3260110300410613 0.3571660599562014
interval 0.1 0.33568043430489863 0.3182277813542176 0.3540902478583426
interval 0.2 0.3364654821614386 0.3244348815728759 0.34894219800684373
interval 0.4 0.3353842913727314 0.3182454579277174 0.3534461218457899
interval 1 0.34779659012571223 0.3327604737883705 0.36351212848675823
interval 2 0.3773199683858174 0.36730334132455605 0.3876097560922353
interval 3 0.4186784767686082 0.40953831057956525 0.42802263519917083
interval 4 0.45521988296334975 0.4365047795769553 0.4747373947336865
interval 4.95 0.4774389570524458 0.46077514743391496 0.4947054088762889
interval 5 0.4930979375761269 0.47162429991255594 0.5155492965203695
EOD
$p2s4 << EOD
median 0.05 3.929145097732544 NaN NaN
median 0.1 5.195460796356201 NaN NaN
median 0.2 5.619030952453613 NaN NaN
median 0.4 5.912040948867798 NaN NaN
median 1 6.639595031738281 NaN NaN
median 2 7.092101573944092 NaN NaN
median 3 7.581191778182983 NaN NaN
median 4 7.993667364120483 NaN NaN
median 4.95 8.331424713134766 NaN NaN
median 5 8.314819812774658 NaN NaN
interval 0.05 3.929976467421958 3.770189877790846 4.09653506457883
interval 0.1 5.205584514437553 5.045438492776359 5.370813691564943
interval 0.2 5.6188527190321755 5.515823653634918 5.723806245576708
interval 0.4 5.920412877866872 5.816129746794344 6.026565804129627
interval 1 6.579965765923449 6.40753842636417 6.757033138120715
interval 2 7.166750403061452 6.928659209489293 7.413023181950864
interval 3 7.616245481973373 7.449971976561107 7.7862299917611
interval 4 8.047076228322585 7.877789752013065 8.220000515739462
interval 4.95 8.32943832849844 8.14608831444954 8.516915136457994
interval 5 8.36073380618596 8.209780117354976 8.514463088984867
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'dense3'
note[3] = ''
$p3s1 << EOD
median 0.05 19.071650505065918 NaN NaN
median 0.1 29.253336906433105 NaN NaN
median 0.2 33.49925422668457 NaN NaN
median 0.4 37.01135444641113 NaN NaN
median 1 47.67287254333496 NaN NaN
median 2 56.522172927856445 NaN NaN
median 3 62.36667442321777 NaN NaN
median 4 66.5805435180664 NaN NaN
median 4.95 69.43330001831055 NaN NaN
median 5 70.0009765625 NaN NaN
interval 0.05 19.300170405037875 18.0232941541338 20.66750808581041
interval 0.1 29.488699026514443 28.170564083634986 30.868511105942584
interval 0.2 33.38490043770852 32.13141355914062 34.68728741685399
interval 0.4 37.707958657132046 36.073096113289886 39.4169145232902
interval 1 47.53356594804582 46.067160508223395 49.04664986533935
interval 2 56.93935569411356 55.297965709074916 58.62946647834325
interval 3 62.39343741584899 60.4644920745189 64.38392019844716
interval 4 66.19716748347653 64.31501580912067 68.13439952873355
interval 4.95 69.82427150818377 67.96818971052421 71.73103936434033
interval 5 69.91686431934677 67.62866616695825 72.28248305506705
EOD
$p3s2 << EOD
median 0.05 0.1832842379808426 NaN NaN
median 0.1 0.21437988430261612 NaN NaN
median 0.2 0.24702147394418716 NaN NaN
median 0.4 0.29250718653202057 NaN NaN
median 1 0.3873375952243805 NaN NaN
median 2 0.5306909382343292 NaN NaN
median 3 0.6552143692970276 NaN NaN
median 4 0.7629733085632324 NaN NaN
median 4.95 0.8508084118366241 NaN NaN
median 5 0.8526640832424164 NaN NaN
interval 0.05 0.18307742842908564 0.17848925557622874 0.18778354300375502
interval 0.1 0.21357673704317684 0.21065629955146836 0.21653766207388195
interval 0.2 0.24771447590211973 0.24277805462027222 0.25275126974486445
interval 0.4 0.29194647477466185 0.28729364067826046 0.29667466335881837
interval 1 0.3862470656493111 0.3824741885630618 0.39005715989147205
interval 2 0.5312682785785945 0.5262351750728241 0.5363495205063095
interval 3 0.6541199213088785 0.647944703412957 0.6603539919369257
interval 4 0.7599236843108109 0.7518904096459434 0.7680427873105171
interval 4.95 0.8467948735747136 0.8369242960755158 0.8567818633953418
interval 5 0.8493808776794123 0.8393444908164579 0.859537273742838
EOD
$p3s3 << EOD
median 0.05 0.3495364785194397 NaN NaN
median 0.1 0.36682508885860443 NaN NaN
median 0.2 0.37545476853847504 NaN NaN
median 0.4 0.40111617743968964 NaN NaN
median 1 0.48488906025886536 NaN NaN
median 2 0.6233260631561279 NaN NaN
median 3 0.7339984476566315 NaN NaN
median 4 0.839794248342514 NaN NaN
median 4.95 0.9150254130363464 NaN NaN
median 5 0.9211229383945465 NaN NaN
interval 0.05 0.34851416946669306 0.3355393453421287 0.3619907113879937
interval 0.1 0.36669295305819133 0.3592418915425742 0.3742985575684217
interval 0.2 0.3791355674915197 0.3656821878858695 0.39308389442796576
interval 0.4 0.4008788716552927 0.39028209195489233 0.41176337078308556
interval 1 0.4824223242512672 0.47110092062713566 0.49401580159550496
interval 2 0.6193719254131439 0.5992047799975103 0.640217826686194
interval 3 0.7297427907238597 0.7100219739920663 0.7500113519295069
interval 4 0.8451813053497922 0.8304925511182644 0.8601298566145188
interval 4.95 0.9087417558913738 0.8962305519990018 0.9214276137525124
interval 5 0.9190565248165952 0.9055656901289119 0.9327483417439485
EOD
$p3s4 << EOD
median 0.05 10.011273860931396 NaN NaN
median 0.1 13.635284900665283 NaN NaN
median 0.2 15.089769840240479 NaN NaN
median 0.4 17.674118995666504 NaN NaN
median 1 23.038607597351074 NaN NaN
median 2 27.127756118774414 NaN NaN
median 3 29.763367652893066 NaN NaN
median 4 31.977103233337402 NaN NaN
median 4.95 33.51334762573242 NaN NaN
median 5 33.42326545715332 NaN NaN
interval 0.05 10.012373478205662 9.545591764273205 10.501980929278607
interval 0.1 13.477980166870452 13.067818874093927 13.90101524430171
interval 0.2 15.316659847953185 14.881458641254449 15.764588307730927
interval 0.4 17.81227139738729 17.275749435375396 18.365455780719767
interval 1 22.809113932843 22.213952474416242 23.420221097555245
interval 2 27.090418455113678 26.210605505217714 27.9997641384923
interval 3 29.91610380866304 29.118833291579488 30.735203506574187
interval 4 32.08118483789161 31.36506047004727 32.81365969582063
interval 4.95 33.37545942104928 32.5504991056673 34.22132754247582
interval 5 33.673377229091585 32.852477104995124 34.51478956636417
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'dense4'
note[4] = ''
$p4s1 << EOD
median 0.05 99.94439315795898 NaN NaN
median 0.1 313.3323211669922 NaN NaN
median 0.2 420.30950927734375 NaN NaN
median 0.4 441.5676574707031 NaN NaN
median 1 415.0187683105469 NaN NaN
median 2 408.53271484375 NaN NaN
median 3 410.72007751464844 NaN NaN
median 4 425.5517578125 NaN NaN
median 4.95 440.1319122314453 NaN NaN
median 5 430.0623779296875 NaN NaN
interval 0.05 101.59881340723845 87.865997625829 117.47796832303328
interval 0.1 312.52552850481976 303.79669411071905 321.5051640147874
interval 0.2 425.86666028709874 402.2791753507183 450.8371883430712
interval 0.4 437.22882174098436 410.04803913965605 466.2113321212597
interval 1 420.1622741562416 399.97309174462225 441.3705328378964
interval 2 413.47649911234004 394.7026569068883 433.1433101007163
interval 3 411.42636443462976 393.7505786153954 429.89563074962894
interval 4 421.59093261914614 405.8934616091658 437.895485583914
interval 4.95 431.6532456510738 413.1184764678137 451.0195866188108
interval 5 427.8270332105615 411.11422594601066 445.21925731119796
EOD
$p4s2 << EOD
median 0.05 9.032354354858398 NaN NaN
median 0.1 10.623130321502686 NaN NaN
median 0.2 12.111082077026367 NaN NaN
median 0.4 13.262031555175781 NaN NaN
median 1 15.2575044631958 NaN NaN
median 2 16.511792182922363 NaN NaN
median 3 17.67984390258789 NaN NaN
median 4 18.110937118530273 NaN NaN
median 4.95 18.87753200531006 NaN NaN
median 5 18.75812816619873 NaN NaN
interval 0.05 8.966478201917235 8.464079424402904 9.498697650882281
interval 0.1 10.508992423290302 10.05344446913259 10.985182450836335
interval 0.2 11.920904309571867 11.344092126545396 12.527045617465827
interval 0.4 13.173654962339565 12.537032572146725 13.842604624984043
interval 1 15.154574072388368 14.4520615092555 15.891235666857936
interval 2 16.169228166827935 15.593137861746063 16.766602195721646
interval 3 17.30362160656573 16.580171462416047 18.05863837909779
interval 4 17.9047766024393 17.073528610224887 18.776495035201464
interval 4.95 18.591891779995766 17.62366622335357 19.61331062324781
interval 5 18.674309187875654 17.784894823134668 19.60820275365069
EOD
$p4s3 << EOD
median 0.05 8.632053852081299 NaN NaN
median 0.1 9.803516864776611 NaN NaN
median 0.2 11.305791854858398 NaN NaN
median 0.4 12.286401271820068 NaN NaN
median 1 13.976279258728027 NaN NaN
median 2 14.819921493530273 NaN NaN
median 3 15.793550968170166 NaN NaN
median 4 16.18252468109131 NaN NaN
median 4.95 16.923041343688965 NaN NaN
median 5 16.81497573852539 NaN NaN
interval 0.05 8.56230477373872 8.106239112973496 9.044029175139457
interval 0.1 9.746913081429648 9.321127050655907 10.192148878633652
interval 0.2 11.118122638638052 10.590131408027753 11.67243788061898
interval 0.4 12.154383289718922 11.553165017397449 12.786888521971195
interval 1 13.795626104910735 13.262453482149235 14.350233151253438
interval 2 14.679465823442785 14.207388480253323 15.167229161159852
interval 3 15.618522929782484 14.982058291956667 16.282025724002356
interval 4 16.103535205359325 15.414188747244511 16.823710307595963
interval 4.95 16.728316336767826 15.89163188368833 17.60905170161954
interval 5 16.82943170541393 15.973607739743706 17.731108472289055
EOD
$p4s4 << EOD
median 0.05 64.51846694946289 NaN NaN
median 0.1 141.19293975830078 NaN NaN
median 0.2 173.68577575683594 NaN NaN
median 0.4 166.61980438232422 NaN NaN
median 1 166.2451171875 NaN NaN
median 2 164.36444091796875 NaN NaN
median 3 166.64446258544922 NaN NaN
median 4 170.85272979736328 NaN NaN
median 4.95 171.52449798583984 NaN NaN
median 5 172.59001922607422 NaN NaN
interval 0.05 64.80527785574368 56.652804085139294 74.13091206657111
interval 0.1 140.20412333373824 135.76214977068983 144.79143290662554
interval 0.2 169.5749876830337 160.3480624024206 179.332858887523
interval 0.4 167.8862531315518 159.77017952377278 176.41461050219084
interval 1 165.25308055729178 157.29124403879962 173.61793277532
interval 2 166.36415782795186 161.25387168052177 171.6363937272636
interval 3 166.25873227252941 162.83571871271496 169.7537019235707
interval 4 169.14691201111117 164.60148799384055 173.81785664030699
interval 4.95 172.5913794946376 164.490003802399 181.09175990807276
interval 5 173.5550609356073 167.92294422774532 179.37607820590793
EOD
lines[4] = ' 1 2 3 4'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of the user's own (normlab plot --style) may be older than this program, and lack axes_style.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# num(s): the number in s. gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# wrap(s, n): s in lines of at most n letters, broken at blanks where there are any. lines_in(s): the number of lines of s.
# letters(inches, larger): how many letters of the size font_size + larger fit into so many inches.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# balanced(s, n): as wrap(), but in lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# tx(s): text for the terminal t. For LaTeX, letters that have a special meaning there are replaced. to_latex() works by
# halves, because functions nest at most 250 deep.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# tick_text(s): the same for a tick. gnuplot takes its text for a format, so each % is doubled.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# raised(s): the number s in raised digits. tick(v): the text of a tick; very small and very large powers of ten are 10 with a
# raised exponent.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis: the closer its ends, the more in each power of ten. gnuplot itself has ticks at powers of
# ten alone.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# A y axis has one more tick, at the last round number before its end, if that is far enough from the tick before.
end_tick(low, high) = floor(high/10.**floor(log10(high)))*10.**floor(log10(high))
is_apart(v, last, low, high) = v > last && log(v/last) > 0.11*log(high/low)
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (tx(%s(v)) v); last_tick = v } } }" . \
    (axis eq 'y' && high/low <= 2e3 ? sprintf("; v = %.17g; if (is_apart(v, last_tick, %.17g, %.17g)) { set ytics add (tx(tick(v)) v) }", \
                                              end_tick(low, high), low, high) : ''), \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# ---- Line types: that of the norm, a variant of it for the norm's second line, hollow points for printed values. ----

cut_at(s, c) = strstrt(s, c) ? s[1:strstrt(s, c)-1] : s
style_name(s) = cut_at(cut_at(cut_at(s, ' '), ':'), ';')
array line[entries + 1]
do for [k = 1:entries] {
    variant = 0; first = 0
    do for [i = 1:k - 1] {
        if (style_name(style[i]) eq style_name(style[k])) {
            variant = variant + (look[i] eq look[k])
            if (look[i] ne 'printed' && first == 0) { first = i }
        }
    }
    line[k] = look[k] ne 'printed' && variant == 0 ? line_of(style_name(style[k])) : line_more(0)
    if (look[k] eq 'printed') { eval printed(line[k], first ? line[first] : line_of(style_name(style[k])), variant) }
    if (look[k] ne 'printed' && variant == 1) { eval second(line[k], line[first]) }
}

# ---- The ranges of x and y, and which kinds of rows there are: found by visit() in one pass over all rows. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; lost_count = 0; refused_count = 0
# longest: the most medians of a line. alone: no category of a panel has values of two lines; seat() finds this out.
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band' || w eq 'interval'
# An interval that reaches below 0 from a positive mean does not keep y from being logarithmic; its low end is then the axis'.
array below[panels]
take_ends(p, w, y, l, h) = (take(p, h), w eq 'interval' && y > 0 && l <= 0 ? (below[p] = lower(below[p], l)) : take(p, l), 1)
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# tick_of(x): adds x to x_ticks, the different x. When there are more than ten, the ticks are gnuplot's own (below).
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? take_ends(p, w, y, l, h) : 0, \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# of_look(list, want): the lines of a list that have this look. rest_of(list): the list without its first line.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN; below[p] = NaN
    shown[p] = of_look(lines[p], 'line'); with_marks[p] = of_look(lines[p], 'printed'); with_theory[p] = of_look(lines[p], 'theory')
}
do for [i = 1:panels*(categories + 1) + 1] { taken[i] = 0 }
do for [k = 1:entries] { end_x[k] = NaN; end_y[k] = NaN }
set table $scratch
do for [p = 1:panels] {
    do for [k in lines[p]] {
        n_points = 0
        plot block(p, k) using (visit(p, int(k), strcol(1), $2, $3, $4, $5)) with table
        points_of[(p - 1)*entries + int(k)] = n_points
    }
    do for [i = 1:guides] { if (guide_panel[i] == p) { any = take(p, guide_y[i]) } }
}
unset table
bars = template eq 'bars'

# The different x, in ascending order.
x_count = words(x_ticks)
# A few points of a few lines in one panel fit into a column of a paper.
small = template eq 'lines' && panels == 1 && entries <= 3 && x_count <= 8 && !curve && term ne 'dumb'
do for [k = 1:entries] { small = small && strlen(label[k]) <= label_letters(3.4) }
do for [i = 1:guides] { small = small && strlen(guide[i]) <= 10 }
if (!exists('width')) { width = small ? 3.4 : 7 }
if (x_count > 10) { x_ticks = '' }
sorted = ''
do for [i = 1:words(x_ticks)] {
    least = ''
    do for [v in x_ticks] { if (!strstrt(sorted . ' ', ' ' . v . ' ') && (least eq '' || num(v) < num(least))) { least = v } }
    sorted = sorted . ' ' . least
}
x_ticks = sorted[2:*]
if (x_low != x_low) { x_low = 0; x_high = 1 }
if (x_low <= 0) { x_log = 0 }
do for [p = 1:panels] { if (x_end[p] != x_end[p]) { x_end[p] = x_high } }

# y is logarithmic where that is asked for, or where a linear axis would squash three of four means of a panel into an eighth
# of it; never where a value is not positive.
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) { all_low = lower(all_low, low[p]); all_high = higher(all_high, high[p]) }
    set table $means
    do for [k in shown[p]] { plot block(p, k) using 3 with table if (sel('mean median') && $3 == $3) }
    unset table
    means_of = 0; least = NaN; most = NaN; near_least = 0
    do for [i = 1:|$means|] {
        if (words($means[i])) { v = num(word($means[i], 1)); means_of = means_of + 1; least = lower(least, v); most = higher(most, v) }
    }
    do for [i = 1:|$means|] {
        if (words($means[i])) { near_least = near_least + (num(word($means[i], 1)) - least < (most - least)/8.) }
    }
    if (means_of >= 4 && near_least >= 3*means_of/4 && most > 5*least) { y_log = 10 }
}
if (bars || !(all_low > 0 && all_high > all_low)) { y_log = 0 }
do for [p = 1:panels] { if (!y_log && below[p] == below[p]) { low[p] = lower(low[p], below[p]); all_low = lower(all_low, below[p]) } }

# $lost: unsuccessful trials, as panel, line, x and their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# set_key_size: the size of a key of n_key lines, in as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, label_letters(width)))
    widest_label = max(widest_label, strlen(label[k]))
}
set_key_size = "key_columns = max(1, min(n_key, int(0.96*width/(char_inch*(1.15*widest_label + 7.5))))); " . \
    "key_rows = ceiling(1.0*n_key/key_columns); key_columns = key_rows > 0 ? ceiling(1.0*n_key/key_rows) : 1; " . \
    "key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0"
n_key = entries
eval set_key_size

# Title and caption above the panels.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels stand side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/(scatter ? 4 : 2.1))))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 tx(title_text) at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 tx(caption_text) at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# add_key: makes the plot statement that draws the key. what(k), which the template defines, is how line k is drawn in it;
# only lines with in_key(k) are in it.
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# data_of[p]: the panel whose data the panel p shows. faint_lines[p]: the lines that are faint behind those of p. Only small
# multiples change these.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# part(list, what): the part of a plot statement that draws each line of a list; nothing for an empty list, which gnuplot
# would refuse. what: the text from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# pick(words, x): x where the kind of the row is one of these words; else NaN, so that the row is not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Panels with axes: the range of y, the text above each, marks for unsuccessful trials, guides. ----

# All panels have one range of y where each fills at least half of it. If not, panels side by side do, by the same rule.
scaled(v) = y_log ? log(v) : v
if (bars && all_low == all_low) {
    do for [p = 1:panels] { low[p] = low[p] == low[p] ? min(low[p], 0) : NaN; high[p] = max(high[p], 0) }
    all_low = min(all_low, 0); all_high = max(all_high, 0)
}
fills(p, l, h) = low[p] != low[p] || scaled(high[p]) - scaled(low[p]) >= 0.5*(scaled(h) - scaled(l))
shared = 1
do for [p = 1:panels] { shared = shared && fills(p, all_low, all_high) }
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (shared) { low[p] = all_low; high[p] = all_high }
}
row_panels = shared || with_faint ? 0 : panels
do for [first = 1:row_panels:panel_columns] {
    last = min(first + panel_columns - 1, panels); row_low = NaN; row_high = NaN; row_shared = 1
    do for [p = first:last] { if (!empty[p]) { row_low = lower(row_low, low[p]); row_high = higher(row_high, high[p]) } }
    do for [p = first:last] { row_shared = row_shared && fills(p, row_low, row_high) }
    if (row_shared) { do for [p = first:last] { low[p] = row_low; high[p] = row_high } }
}
do for [p = 1:panels] {
    if (low[p] != low[p]) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for unsuccessful trials stand above a panel, in a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = words($lost[i]) > 0 && int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_room = letters(max(1.6, axes_of(width/panel_columns - 2*line_inch) + 0.2), 0)
y_text = !y_log ? balanced(y_label, y_room) : balanced(y_label, y_room) . (strlen(y_label) + 12 > y_room ? "\n" : ' ') . '(log scale)'
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1

# All panels have the left margin that the widest ticks need, so that all axes are equally wide. It is measured by plots
# in a text terminal, where margins are in letters. On an axis of few lines gnuplot's own ticks would overlap, so they are
# set here.
lines_high = axes_inch/line_inch
set_linear_ticks(low, high) = lines_high > 14 || high <= low ? 'set ytics nomirror autofreq' : \
    sprintf('set ytics nomirror %.17g', nice(1.9*(high - low)/lines_high, 10.**floor(log10(1.9*(high - low)/lines_high))))
set_y = "set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { eval set_linear_ticks(low[p], high[p]) }"
left_letters = 0
t = 'dumb'
set terminal dumb 100, 50
set output '/dev/null'
do for [p = 1:panels] {
    unset logscale
    eval set_y
    plot [0:1] NaN notitle
    left_letters = max(left_letters, GPVAL_TERM_XMIN)
}
unset output; unset logscale; set yrange [*:*]; set ytics nomirror autofreq

guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }
# middle(p): where the text above panel p is centred: over the axes; in small multiples, over axes and ticks together.
# off_middle: how far the ticks push the middle of the axes to the right.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# up(n): the y of n lines of text above the axes, where the height of the axes is 1.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for the marks (lost_word) stands left of those in the first row; above all marks where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(text_inch, 0)); panel_title[p] = wrap(panel_title[p], title_letters); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(min(0.9*cell_inch, 1.1*text_inch), 0))

# in_panel and on_page set panel p up: on_page its place on the page and all texts. `below`, which the template sets, is the
# number of lines of text under the axes. lost_x(x, k), of the template, too, is the x of a mark of line k.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; by_theory = with_theory[p]; " . \
    "unset logscale; eval set_y; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label tx(guide[i]) at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin left_letters; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? tx(x_label) : '') offset 0,0.3; " . \
    "eval 'set label tx(panel_title[p]) at ' . middle(p) . ', graph up(row_above[row_of(p)] - 0.75) center font (small_titles ? font_small : font_panel)'; " . \
    "eval 'set label tx(note[p]) at ' . middle(p) . ', graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink'; " . \
    "if (rows) { set label tx(lost_word) at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label tx(y_text) at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# A text terminal has no y label: the panel's title says it, and which trials are unsuccessful.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: medians of the seeds, intervals of their mean, every seed, and the unsuccessful trials. ----

# A line of many points is a curve: it has a band, and marks that are `stride` points apart; phase(i) puts the marks of each
# line between those of the others. Where there are few points, each has a mark and its interval as a thin bar; aside(k) moves
# those of line k a little, so that bars do not overlap.
stride = curve ? longest/8 + 1 : 1
phase(i) = int(1.0*min(stride, points_of[(data_of[p] - 1)*entries + d(i)])*(i - 1)/words(drawn))
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || look[k] ne 'line' ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        direct = end_x[k] == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y[k]) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that would overlap are moved apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks stand at the values of x; at every second or third where they are too close. A linear axis has gnuplot's own ticks
# instead where two of these would overlap, or where their text is long, as that of a third of an epoch.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
x_free = -1e30
do for [i = 1:words(x_ticks):x_every] {
    x_half = 0.5*strlen(tick(num(word(x_ticks, i))))
    x_inch = x_part(num(word(x_ticks, i)))*(cell_inch - 7*char_inch)
    if (!x_log && (x_half > 3 || x_inch - x_half*char_inch < x_free)) { x_ticks = ''; break }
    x_free = x_inch + (x_half + 0.5)*char_inch
}
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks):x_every] { set xtics add (tx(tick(num(word(x_ticks, i)))) num(word(x_ticks, i))) }"

what(k) = sprintf(look[k] eq 'printed' ? 'points lt line[%d]' : look[k] eq 'theory' ? 'lines lt line[%d]' : \
    bands ? 'filledcurves lc rgb bar(line[%d])' : with_faint ? 'lines lt line[%d] lw 1.2 lc rgb bar(line[%d])' : 'linespoints lt line[%d]', k, k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); th(i) = nth(by_theory, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        # Nested bands, see-through: the inner ones are darker. In a text terminal, their edges.
        all_bands = ''
        do for [n = 0:bands-1] {
            of_band = sprintf("using (pick('band', $2) + ($3 == %d ? 0 : NaN)):", n)
            all_bands = all_bands . (dumb ? part(drawn, of_band . '4 with dots lt d(i)') . part(drawn, of_band . '5 with dots lt d(i)') : \
                                            part(drawn, of_band . '4:5 with filledcurves lc rgb bar(line[d(i)])'))
        }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt th(i) title brief(label[th(i)])") . \
                part(marked, "using (pick('printed', $2)):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . all_bands . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label tx(label[k]) at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "using (pick('mean median', at($2, b(i)))):3 with lines " . \
                     (references ne '' ? "lt line[b(i)] lw 1.2 lc rgb bar(line[b(i)])" : "lw 0.9 dt solid lc rgb 0xCCCCCC")) . \
                part(curve ? drawn : '', "using (pick('mean median interval', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median interval', at($2, d(i)))):(max($4, low[p])):(0):($5 - max($4, low[p])) with vectors nohead lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw 0.7 lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal, lines that are less than a row apart overlap. Long curves do so somewhere.
    if (dumb) {
        meet = curve && entries > 1
        do for [p = 1:panels] {
            set table $means
            do for [k in curve ? '' : shown[p]] { plot block(data_of[p], k) using (int(k)):2:(scaled($3)) with table if (sel('mean median') && $3 == $3) }
            unset table
            do for [i = 2:|$means|] { do for [j = 1:i-1] {
                if (words($means[i]) && words($means[j]) && word($means[i], 1) ne word($means[j], 1) && word($means[i], 2) eq word($means[j], 2)) {
                    meet = meet || abs(num(word($means[i], 3)) - num(word($means[j], 3))) < (scaled(high[p]) - scaled(low[p]))/20.
                }
            } }
        }
        set print '-'
        if (meet) { print "Where lines meet, the later one hides the earlier." }
    }
    if (!dumb) { unset multiplot }
    unset output
}
