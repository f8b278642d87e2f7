# A figure of normlab. `gnuplot layers.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" layers.gp draws one of them, so many inches wide;
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

name = 'layers'
title = 'Squared gradient of the pre-activations against the layer before training, MLP of 30 layers'
caption = 'fashion-mnist, 10 seeds: medians; bands: 95 % intervals of the geometric mean'
x_label = 'layer'
y_label = 'mean square'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 10; curve = 1; seed_lines = 0; band = 0

# The lines of the key.
entries = 6
array label[7]; array style[7]; array look[7]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
label[4] = 'groupnorm'
style[4] = 'groupnorm'; look[4] = 'line'
label[5] = 'rmsnorm'
style[5] = 'rmsnorm'; look[5] = 'line'
label[6] = 'theory (Yang et al. 2019)'
style[6] = 'theory'; look[6] = 'theory'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 1; array panel_title[1]; array note[1]; array axis_label[1]; array ratio[1]; array lines[1]

panel_title[1] = ''
note[1] = ''
$p1s1 << EOD
median 1 0.0019763584714382887 NaN NaN
median 2 0.0019135880866087973 NaN NaN
median 3 0.0018967365031130612 NaN NaN
median 4 0.001897779933642596 NaN NaN
median 5 0.0019573887111619115 NaN NaN
median 6 0.0019305375753901899 NaN NaN
median 7 0.0018916704575531185 NaN NaN
median 8 0.0018676283652894199 NaN NaN
median 9 0.001787246554158628 NaN NaN
median 10 0.0017593571683391929 NaN NaN
median 11 0.0017671467503532767 NaN NaN
median 12 0.001790229172911495 NaN NaN
median 13 0.001710706448648125 NaN NaN
median 14 0.0018408449832350016 NaN NaN
median 15 0.0019063368672505021 NaN NaN
median 16 0.001878559065517038 NaN NaN
median 17 0.001875191752333194 NaN NaN
median 18 0.001904343778733164 NaN NaN
median 19 0.0020007649436593056 NaN NaN
median 20 0.001993789046537131 NaN NaN
median 21 0.001953690079972148 NaN NaN
median 22 0.0018775506759993732 NaN NaN
median 23 0.0019180559902451932 NaN NaN
median 24 0.001874375797342509 NaN NaN
median 25 0.0018422282882966101 NaN NaN
median 26 0.0019050128175877035 NaN NaN
median 27 0.0019510254496708512 NaN NaN
median 28 0.0018963859765790403 NaN NaN
median 29 0.00197138509247452 NaN NaN
median 30 0.0019389531225897372 NaN NaN
median 31 0.09898719936609268 NaN NaN
interval 1 0.0020236466447999943 0.001741088161846022 0.0023520611033667114
interval 2 0.0020159617329685822 0.0017449085069554222 0.0023291202332922758
interval 3 0.0020280054739964227 0.0017500325449936595 0.0023501312671727237
interval 4 0.0020222497496591566 0.0017413162565629936 0.0023485073630842663
interval 5 0.002045704988136672 0.001755976389606642 0.0023832375670066537
interval 6 0.002033059782291928 0.0017322439304044786 0.0023861143374927394
interval 7 0.001999049868913831 0.001737846141708864 0.002299513335786361
interval 8 0.001984972684830928 0.0017296286227554416 0.002278013041463184
interval 9 0.001964335705474839 0.0016971735201830142 0.002273553480487511
interval 10 0.0019032833402562138 0.0016246044722572999 0.002229765789246905
interval 11 0.0018841777734694097 0.001608119230201203 0.00220762603628088
interval 12 0.0018799831919309334 0.0016000113687024155 0.0022089448056916705
interval 13 0.0018458335264991037 0.0015682610909285735 0.0021725345526048593
interval 14 0.0018784626111053712 0.001610116616293629 0.0021915318093191525
interval 15 0.0019151743035828884 0.001672233590630324 0.0021934092423784184
interval 16 0.0019164025173144395 0.0016881936053547535 0.002175460561347979
interval 17 0.0019452105767575718 0.0016914023250617898 0.0022371047573150845
interval 18 0.00195852248854313 0.0017372121158938491 0.0022080264712841537
interval 19 0.0019707417754903905 0.0017421265049716505 0.0022293577042651206
interval 20 0.001971026929912135 0.00173169678019408 0.002243433840653934
interval 21 0.0019367953810250037 0.0016870728310616268 0.0022234821632444173
interval 22 0.0019681497619878545 0.0017448123672197976 0.002220074523993147
interval 23 0.0020187156598486145 0.0017563414514683124 0.0023202851085198295
interval 24 0.001999544094474152 0.0017381304284927997 0.00230027420279008
interval 25 0.0019721889099440196 0.001723691638155742 0.0022565109735449944
interval 26 0.0020036746081160857 0.001770244923987088 0.0022678850145588284
interval 27 0.0019674460759537397 0.0017625755425397331 0.0021961294528166355
interval 28 0.001978732775619442 0.001794722996734992 0.002181608752121409
interval 29 0.00200063665133234 0.0018088768909092414 0.0022127249404144795
interval 30 0.0019939458545424065 0.0018365423435067316 0.0021648398605693653
interval 31 0.10269252932479558 0.09544639743583719 0.11048877550578347
EOD
$p1s2 << EOD
median 1 217.12145233154297 NaN NaN
median 2 132.4078826904297 NaN NaN
median 3 84.77062225341797 NaN NaN
median 4 56.05466842651367 NaN NaN
median 5 37.56133270263672 NaN NaN
median 6 25.114023208618164 NaN NaN
median 7 16.824623107910156 NaN NaN
median 8 11.223624229431152 NaN NaN
median 9 7.517132997512817 NaN NaN
median 10 5.056500196456909 NaN NaN
median 11 3.426690697669983 NaN NaN
median 12 2.310170531272888 NaN NaN
median 13 1.545390784740448 NaN NaN
median 14 1.0360446572303772 NaN NaN
median 15 0.6988110542297363 NaN NaN
median 16 0.4706497937440872 NaN NaN
median 17 0.31635071337223053 NaN NaN
median 18 0.21214797347784042 NaN NaN
median 19 0.14299044013023376 NaN NaN
median 20 0.0958811454474926 NaN NaN
median 21 0.06501361727714539 NaN NaN
median 22 0.04413025639951229 NaN NaN
median 23 0.029373997822403908 NaN NaN
median 24 0.01995019055902958 NaN NaN
median 25 0.013395038899034262 NaN NaN
median 26 0.008970091119408607 NaN NaN
median 27 0.00603115651756525 NaN NaN
median 28 0.004082114202901721 NaN NaN
median 29 0.0027657316531986 NaN NaN
median 30 0.00193421368021518 NaN NaN
median 31 0.09892644733190536 NaN NaN
interval 1 217.7188273238316 208.0430965982179 227.8445598356396
interval 2 132.65854797820342 126.01549532015616 139.651796844308
interval 3 85.06938106015318 80.6859873501243 89.69090955725163
interval 4 56.08627431097026 53.36033826128214 58.95146598738629
interval 5 37.31225889308369 35.76440215590103 38.92710571913734
interval 6 25.020075463794658 24.02299815203822 26.058536584488166
interval 7 16.83906326737621 16.139204525004537 17.569270609551257
interval 8 11.260693737344045 10.771955782371382 11.771606383102366
interval 9 7.564553077828262 7.228513271649812 7.9162147341843045
interval 10 5.099685933191082 4.872738548343932 5.337203373250094
interval 11 3.4378467241471484 3.283021026627142 3.5999739273285987
interval 12 2.317901719947679 2.2131809229273416 2.4275775774490493
interval 13 1.5628218378057104 1.4983456687336973 1.630072517769937
interval 14 1.049610174834121 1.0072451177631878 1.0937571199767568
interval 15 0.7037020411132465 0.6790383174596953 0.7292615894188357
interval 16 0.47484414694097066 0.4600441090324858 0.4901203155460386
interval 17 0.3195794853530711 0.3094347836786102 0.33005677721290266
interval 18 0.2145024855838958 0.20804264524961236 0.2211629075686114
interval 19 0.14467145306493942 0.14020867901539005 0.14927627504160138
interval 20 0.09741509557642473 0.09453510394864888 0.10038282553027855
interval 21 0.06555720403470994 0.06360228106837575 0.06757221484286528
interval 22 0.04419734896136007 0.042845337800328925 0.04559202367164531
interval 23 0.02969999152046254 0.02884743315358717 0.03057774643654419
interval 24 0.020064609626777443 0.019463108700263045 0.020684699740156565
interval 25 0.013562260720852764 0.01317780389128416 0.013957933915076763
interval 26 0.009088974853276465 0.008828061435835472 0.009357599568593614
interval 27 0.006113471944528291 0.005950920494826082 0.006280463543250012
interval 28 0.004116078048869854 0.004016836085305612 0.004217771934076632
interval 29 0.0027746746576519927 0.0027197141932278554 0.002830745772841287
interval 30 0.001937584235304362 0.0019090159910970807 0.0019665800005910336
interval 31 0.0989065777618737 0.09788196913092277 0.09994191178848165
EOD
$p1s3 << EOD
median 1 0.0016329503851011395 NaN NaN
median 2 0.0016429718816652894 NaN NaN
median 3 0.0016472391434945166 NaN NaN
median 4 0.001699014741461724 NaN NaN
median 5 0.0017010965966619551 NaN NaN
median 6 0.0016533239977434278 NaN NaN
median 7 0.0016993111348710954 NaN NaN
median 8 0.001772587711457163 NaN NaN
median 9 0.0018009643536061049 NaN NaN
median 10 0.001763167674653232 NaN NaN
median 11 0.0016803729813545942 NaN NaN
median 12 0.0017235699924640357 NaN NaN
median 13 0.0017351280548609793 NaN NaN
median 14 0.0018086202908307314 NaN NaN
median 15 0.001855832408182323 NaN NaN
median 16 0.0019515900639817119 NaN NaN
median 17 0.0019535914179868996 NaN NaN
median 18 0.0020194222452118993 NaN NaN
median 19 0.001974067883566022 NaN NaN
median 20 0.0019173073815181851 NaN NaN
median 21 0.0019509884295985103 NaN NaN
median 22 0.0019193637417629361 NaN NaN
median 23 0.0018783895066007972 NaN NaN
median 24 0.0020790036069229245 NaN NaN
median 25 0.0019404585473239422 NaN NaN
median 26 0.0018862666911445558 NaN NaN
median 27 0.0018655158928595483 NaN NaN
median 28 0.0018501940066926181 NaN NaN
median 29 0.0018189543043263257 NaN NaN
median 30 0.0018490669899620116 NaN NaN
median 31 0.09611811488866806 NaN NaN
interval 1 0.0017334392478594411 0.0012896549459004065 0.0023299345577445264
interval 2 0.0017431726264745253 0.0012877084932238706 0.0023597350034421337
interval 3 0.001763531175613179 0.0012976738382102003 0.002396628579373293
interval 4 0.0018205777108887796 0.0013608677811537948 0.0024355806253087047
interval 5 0.0018147097427026158 0.0013444940803658163 0.0024493759387648416
interval 6 0.0018044209806407534 0.001379371410418087 0.0023604484265696544
interval 7 0.0018317197293829142 0.001402218676677257 0.002392777405419532
interval 8 0.0018239531789594953 0.0014017468441267587 0.002373328117680862
interval 9 0.0018555795603436526 0.001420193827723726 0.0024244405499803034
interval 10 0.0018348461942251928 0.0013983439509532587 0.002407605478013906
interval 11 0.0017856268433582392 0.0013678356548674914 0.0023310280093776256
interval 12 0.0018256850278166646 0.0013871358883366964 0.002402883415258371
interval 13 0.001845168284114203 0.0014438012080341647 0.0023581127219976586
interval 14 0.0018615438365598583 0.0014536091042429999 0.002383959652783445
interval 15 0.0018483947280581818 0.0014368869070523992 0.002377753638052106
interval 16 0.0019024654302937508 0.0014682821312616773 0.0024650403600244737
interval 17 0.0020031245244271664 0.0015180186182359732 0.0026432533910712708
interval 18 0.001967651536929479 0.0015640619479007577 0.0024753831368235575
interval 19 0.0019540703945113962 0.0015860369861591505 0.0024075044529401463
interval 20 0.0019692930504692703 0.0016392472474005125 0.0023657902276648054
interval 21 0.0019286954420651148 0.0016229673634784146 0.0022920153491381174
interval 22 0.0019365067888089595 0.0016448693023908198 0.0022798519843810526
interval 23 0.0018901129937865433 0.001598826839407896 0.0022344678242978253
interval 24 0.001945905688274918 0.0016749132395291314 0.0022607433378013034
interval 25 0.0018858803423310283 0.00163006895461475 0.0021818369434752835
interval 26 0.0018330664647613609 0.0016601424048348656 0.002024002672570095
interval 27 0.0017969535046715715 0.0016004446435796355 0.0020175904933076626
interval 28 0.001761705343552859 0.0016490496545025835 0.0018820571648819533
interval 29 0.0017919945059169033 0.0016900143372958224 0.0019001284417353825
interval 30 0.0018746169879763196 0.0018162682224700756 0.0019348402444822866
interval 31 0.09738252243778124 0.09382501738837322 0.1010749152018824
EOD
$p1s4 << EOD
median 1 0.002779050962999463 NaN NaN
median 2 0.0027133359108120203 NaN NaN
median 3 0.002708622836507857 NaN NaN
median 4 0.0026240433799102902 NaN NaN
median 5 0.0025889063253998756 NaN NaN
median 6 0.002460210002027452 NaN NaN
median 7 0.002474703243933618 NaN NaN
median 8 0.002236165455542505 NaN NaN
median 9 0.002400998375378549 NaN NaN
median 10 0.0022439209278672934 NaN NaN
median 11 0.0022125111427158117 NaN NaN
median 12 0.002309105242602527 NaN NaN
median 13 0.0023339096223935485 NaN NaN
median 14 0.002356367534957826 NaN NaN
median 15 0.002283011330291629 NaN NaN
median 16 0.002318978775292635 NaN NaN
median 17 0.002435585600323975 NaN NaN
median 18 0.002253670711070299 NaN NaN
median 19 0.0021916722180321813 NaN NaN
median 20 0.00217058346606791 NaN NaN
median 21 0.001995977421756834 NaN NaN
median 22 0.002136269584298134 NaN NaN
median 23 0.0020135900704190135 NaN NaN
median 24 0.00217805290594697 NaN NaN
median 25 0.001914729771669954 NaN NaN
median 26 0.0019145647529512644 NaN NaN
median 27 0.0019129556021653116 NaN NaN
median 28 0.001843992155045271 NaN NaN
median 29 0.001861201657447964 NaN NaN
median 30 0.0018665785319171846 NaN NaN
median 31 0.09610180929303169 NaN NaN
interval 1 0.002693116741053153 0.0020494840218284655 0.003538879885713886
interval 2 0.0026712528897745048 0.002014679189239053 0.003541800619791862
interval 3 0.002668819748297412 0.002008676385964708 0.0035459165541399476
interval 4 0.0027316356093804494 0.0020916854511441076 0.003567378210884353
interval 5 0.0026718053529609393 0.00202631738738527 0.0035229149631500725
interval 6 0.0026074591385948924 0.0020437084291370774 0.0033267187542563104
interval 7 0.002619426791646633 0.002067390387554126 0.003318868443087668
interval 8 0.002576294468592814 0.0020146243574925924 0.0032945562105497054
interval 9 0.0025922633911758287 0.0020506317790511463 0.003276955696229266
interval 10 0.0025021776762464603 0.0019419547846536247 0.0032240159106602757
interval 11 0.0023576243355067452 0.0018267459757413372 0.0030427834965493184
interval 12 0.0023957316252786924 0.0018380639530698067 0.0031225953867245588
interval 13 0.0023722558935878233 0.0018601461273070245 0.003025352654852639
interval 14 0.0023960562328172617 0.0018655703109538022 0.0030773889555989063
interval 15 0.002283000693833275 0.001775962484146092 0.0029347985751789476
interval 16 0.0023123683148998423 0.0017983751869876353 0.0029732656802884923
interval 17 0.002391275539932854 0.0018668874774333967 0.0030629584144742142
interval 18 0.0023161543934814314 0.0019041434948337053 0.0028173145506094547
interval 19 0.002222312878651625 0.0018463876684051972 0.002674776600347756
interval 20 0.0021659892981255643 0.0018493926110083477 0.0025367840293449174
interval 21 0.0020667716334501554 0.001801421754402697 0.0023712076166475258
interval 22 0.0020771476160257435 0.0018289421332412959 0.002359037030392587
interval 23 0.002005914965750011 0.0017293173212288035 0.0023267533381095985
interval 24 0.0020296812095969745 0.0018083891755389402 0.0022780526826385716
interval 25 0.001955580110163848 0.0017767228055254121 0.002152442438052416
interval 26 0.0018735548421586498 0.0017337781060758114 0.002024600342036292
interval 27 0.0018704353749387417 0.0017160555595307902 0.0020387035095639976
interval 28 0.001824871786603035 0.0017118425500396066 0.001945364097570015
interval 29 0.001821433101801139 0.0017180956582154943 0.0019309859311225858
interval 30 0.0018763553914754086 0.0018357286801981842 0.0019178812169229388
interval 31 0.09639510117901012 0.09404234328259789 0.0988067205363974
EOD
$p1s5 << EOD
median 1 0.001667859440203756 NaN NaN
median 2 0.0017152372165583074 NaN NaN
median 3 0.0017535333754494786 NaN NaN
median 4 0.0017690994427539408 NaN NaN
median 5 0.0017042419640347362 NaN NaN
median 6 0.001755083620082587 NaN NaN
median 7 0.0018833595677278936 NaN NaN
median 8 0.0018902990268543363 NaN NaN
median 9 0.0019380702869966626 NaN NaN
median 10 0.0018717718194238842 NaN NaN
median 11 0.0018076372798532248 NaN NaN
median 12 0.0019726334139704704 NaN NaN
median 13 0.001935914100613445 NaN NaN
median 14 0.0018467531190253794 NaN NaN
median 15 0.0019585522823035717 NaN NaN
median 16 0.002056228695437312 NaN NaN
median 17 0.002098407596349716 NaN NaN
median 18 0.002132066758349538 NaN NaN
median 19 0.002084849984385073 NaN NaN
median 20 0.0020332614658400416 NaN NaN
median 21 0.002082498394884169 NaN NaN
median 22 0.002014433383010328 NaN NaN
median 23 0.001978892192710191 NaN NaN
median 24 0.0021046160254627466 NaN NaN
median 25 0.002044112014118582 NaN NaN
median 26 0.0018690010765567422 NaN NaN
median 27 0.0019279422122053802 NaN NaN
median 28 0.001848276937380433 NaN NaN
median 29 0.001849025604315102 NaN NaN
median 30 0.0018815408111549914 NaN NaN
median 31 0.09582988172769547 NaN NaN
interval 1 0.0018193622739129532 0.0012628240594691345 0.002621172014357409
interval 2 0.0018274513939357327 0.0012620354448486593 0.0026461844719409826
interval 3 0.0018318288623865183 0.0012718641554470644 0.002638329704238565
interval 4 0.0018957915363057305 0.0013393703899186097 0.002683369422066171
interval 5 0.0018634797521180088 0.0013033261409698615 0.002664380524102521
interval 6 0.0018618451412932412 0.0013348645313212204 0.00259686825802931
interval 7 0.0019282665762324575 0.0013847184743123896 0.0026851754042363
interval 8 0.0019477872120294201 0.001389110536310661 0.0027311541624480762
interval 9 0.0019966703737664513 0.0014144408205873356 0.002818564427334059
interval 10 0.002012585591692262 0.0014257658094576362 0.0028409299318435124
interval 11 0.0019783502570538333 0.0014087190922420878 0.002778318091334828
interval 12 0.0020311845094235096 0.0014510369188158478 0.002843284314701589
interval 13 0.0020662125991477097 0.0015503776248804342 0.0027536739671446043
interval 14 0.0020596673044443923 0.0015404459120935616 0.0027538970188390297
interval 15 0.002000841350684179 0.0014850927169499412 0.002695701126882998
interval 16 0.002066155834995171 0.001546918814700225 0.0027596793664390698
interval 17 0.0021323615972438344 0.001596107866710342 0.0028487836419049803
interval 18 0.002071076194493993 0.0016030352119185574 0.0026757719178645482
interval 19 0.0020571745637092 0.001602172210840173 0.0026413934513025354
interval 20 0.002070237199924483 0.0016710049275200241 0.0025648530374544967
interval 21 0.0020458370329604135 0.0017009179018207857 0.00246070028480026
interval 22 0.0020083916400461897 0.0016602313979196994 0.0024295631228644665
interval 23 0.0019435556992064313 0.0016126927230274016 0.002342299126163799
interval 24 0.0020489676873746304 0.0017271001828515226 0.0024308193731841336
interval 25 0.001995725387393595 0.001711622962134967 0.0023269843359189804
interval 26 0.0018966231413696524 0.0017074447075857515 0.0021067618321094182
interval 27 0.0018630290928079772 0.0016536214012077533 0.0020989552978171993
interval 28 0.0018195697027011287 0.00168899574114441 0.001960238159478459
interval 29 0.0018424238297725382 0.0017147602818731794 0.0019795919023769177
interval 30 0.001896645615420977 0.0017986719589810497 0.001999955896645808
interval 31 0.0972815372783418 0.09364156993083649 0.10106299480270649
EOD
$p1s6 << EOD
theory 1 196.18457406681406 NaN NaN
theory 2 131.3973906253513 NaN NaN
theory 3 88.00525905401294 NaN NaN
theory 4 58.94276579088816 NaN NaN
theory 5 39.47775026657426 NaN NaN
theory 6 26.440781072932417 NaN NaN
theory 7 17.70908673939002 NaN NaN
theory 8 11.860911078163483 NaN NaN
theory 9 7.9440127926634645 NaN NaN
theory 10 5.320614819057575 NaN NaN
theory 11 3.5635569568718757 NaN NaN
theory 12 2.386742625943231 NaN NaN
theory 13 1.5985545990809327 NaN NaN
theory 14 1.0706545307678184 NaN NaN
theory 15 0.7170860006362673 NaN NaN
theory 16 0.4802784815562776 NaN NaN
theory 17 0.32167329949452855 NaN NaN
theory 18 0.21544523767211898 NaN NaN
theory 19 0.14429749223368588 NaN NaN
theory 20 0.09664528438831768 NaN NaN
theory 21 0.06472954484456613 NaN NaN
theory 22 0.043353527306617005 NaN NaN
theory 23 0.029036637511338344 NaN NaN
theory 24 0.019447698269205782 NaN NaN
theory 25 0.013025370717335415 NaN NaN
theory 26 0.008723926090146378 NaN NaN
theory 27 0.0058429727704445555 NaN NaN
theory 28 0.003913413575880453 NaN NaN
theory 29 0.0026210640400982435 NaN NaN
theory 30 0.001755494677239805 NaN NaN
theory 31 0.0011757673657228824 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6'

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
