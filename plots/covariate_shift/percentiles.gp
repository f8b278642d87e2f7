# A figure of normlab. `gnuplot percentiles.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" percentiles.gp draws one of them, so many inches wide;
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

name = 'percentiles'
title = 'Inputs of the sigmoids over training: median, 15 to 85 and 5 to 95 % of all units of a layer'
caption = 'fashion-mnist, 10 seeds: medians; bands: p5 to p95, p15 to p85'
x_label = 'epoch'
y_label = 'input of the sigmoid'
lost_word = 'diverged'
template = 'bands'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

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
median 0 -0.006017125502694398 NaN NaN
median 0.05 -0.12277111038565636 NaN NaN
median 0.1 -0.15313170105218887 NaN NaN
median 0.2 -0.2131321281194687 NaN NaN
median 0.4 -0.42312008142471313 NaN NaN
median 1 -1.1267274618148804 NaN NaN
median 2 -1.4567649364471436 NaN NaN
median 3 -1.9684985876083374 NaN NaN
median 4 -2.397937536239624 NaN NaN
median 4.95 -2.481110692024231 NaN NaN
median 5 -2.3511812686920166 NaN NaN
band 0 0 -1.6375561952590942 1.6609554886817932
band 0.05 0 -4.145389556884766 4.049463510513306
band 0.1 0 -5.3404765129089355 5.176753044128418
band 0.2 0 -6.320096254348755 6.122213363647461
band 0.4 0 -8.429713726043701 7.774286985397339
band 1 0 -12.087342262268066 10.918262481689453
band 2 0 -15.230907917022705 13.341188430786133
band 3 0 -17.852330207824707 15.188548564910889
band 4 0 -19.35200309753418 16.465853691101074
band 4.95 0 -20.65428638458252 17.934724807739258
band 5 0 -20.4476900100708 18.08413791656494
band 0 1 -1.0014323890209198 1.0011416673660278
band 0.05 1 -2.8466873168945312 2.675214171409607
band 0.1 1 -3.650144934654236 3.4047048091888428
band 0.2 1 -4.190784692764282 3.9408358335494995
band 0.4 1 -5.485295057296753 4.877505302429199
band 1 1 -7.745991230010986 6.427064657211304
band 2 1 -10.046632289886475 7.85645604133606
band 3 1 -11.607070922851562 8.845653533935547
band 4 1 -12.696866035461426 9.433237552642822
band 4.95 1 -13.302629470825195 10.135517597198486
band 5 1 -13.102749824523926 10.110302448272705
EOD
$p1s2 << EOD
median 0 -0.005039264215156436 NaN NaN
median 0.05 -0.0062431152909994125 NaN NaN
median 0.1 -0.0015864782908465713 NaN NaN
median 0.2 -0.0016887569800019264 NaN NaN
median 0.4 -0.0014243898913264275 NaN NaN
median 1 0.006958091631531715 NaN NaN
median 2 -0.0003376272798050195 NaN NaN
median 3 0.005379248294048011 NaN NaN
median 4 0.00529523758450523 NaN NaN
median 4.95 0.002025639114435762 NaN NaN
median 5 0.006445073755457997 NaN NaN
band 0 0 -1.62353515625 1.636180579662323
band 0.05 0 -1.6087852716445923 1.6236281991004944
band 0.1 0 -1.6116228699684143 1.6226094961166382
band 0.2 0 -1.6255223155021667 1.6413801312446594
band 0.4 0 -1.6449453234672546 1.6670374274253845
band 1 0 -1.7462102770805359 1.7816206812858582
band 2 0 -1.9944064617156982 2.02059268951416
band 3 0 -2.2374210357666016 2.262013792991638
band 4 0 -2.4530067443847656 2.4579356908798218
band 4.95 0 -2.6755205392837524 2.6513309478759766
band 5 0 -2.6920289993286133 2.6729589700698853
band 0 1 -1.0500524044036865 1.0525502562522888
band 0.05 1 -1.09466153383255 1.0979458093643188
band 0.1 1 -1.0929458737373352 1.0977057218551636
band 0.2 1 -1.0949348211288452 1.0974363684654236
band 0.4 1 -1.0904302597045898 1.0987059473991394
band 1 1 -1.1192265152931213 1.1414458751678467
band 2 1 -1.1946825981140137 1.2223500609397888
band 3 1 -1.280540406703949 1.310190737247467
band 4 1 -1.3845725059509277 1.4063994884490967
band 4.95 1 -1.4784336686134338 1.487112581729889
band 5 1 -1.4855510592460632 1.4840099215507507
EOD
$p1s3 << EOD
median 0 -0.01936512440443039 NaN NaN
median 0.05 -0.008098285645246506 NaN NaN
median 0.1 -0.011765588540583849 NaN NaN
median 0.2 -0.005252553382888436 NaN NaN
median 0.4 0.009782059118151665 NaN NaN
median 1 -0.00450095790438354 NaN NaN
median 2 0.004631175776012242 NaN NaN
median 3 0.014767098240554333 NaN NaN
median 4 0.013581376522779465 NaN NaN
median 4.95 -0.015367055078968406 NaN NaN
median 5 0.00823054346255958 NaN NaN
band 0 0 -1.9125932455062866 1.8952502608299255
band 0.05 0 -1.8742653727531433 1.8807830810546875
band 0.1 0 -1.9069194793701172 1.9083006978034973
band 0.2 0 -1.9152536392211914 1.927101194858551
band 0.4 0 -1.9363490343093872 1.9498942494392395
band 1 0 -2.0779356956481934 2.0942591428756714
band 2 0 -2.3379619121551514 2.3858132362365723
band 3 0 -2.5798641443252563 2.661468029022217
band 4 0 -2.8549214601516724 2.9131349325180054
band 4.95 0 -3.103312849998474 3.092742919921875
band 5 0 -3.1198853254318237 3.16312837600708
band 0 1 -1.2258785367012024 1.1843830943107605
band 0.05 1 -1.2659572958946228 1.2574090957641602
band 0.1 1 -1.2661675214767456 1.256718933582306
band 0.2 1 -1.257796287536621 1.2597808837890625
band 0.4 1 -1.262206792831421 1.2600992321968079
band 1 1 -1.3017032146453857 1.3268315196037292
band 2 1 -1.4011913537979126 1.417176067829132
band 3 1 -1.4924688935279846 1.5556985139846802
band 4 1 -1.6167314648628235 1.6884809136390686
band 4.95 1 -1.7614635229110718 1.764209806919098
band 5 1 -1.7518426179885864 1.773075819015503
EOD
$p1s4 << EOD
median 0 -0.027042187750339508 NaN NaN
median 0.05 -0.17432549595832825 NaN NaN
median 0.1 -0.2021900862455368 NaN NaN
median 0.2 -0.36761796474456787 NaN NaN
median 0.4 -0.769465446472168 NaN NaN
median 1 -1.5479724407196045 NaN NaN
median 2 -2.009671926498413 NaN NaN
median 3 -2.4650232791900635 NaN NaN
median 4 -2.716951847076416 NaN NaN
median 4.95 -2.6320855617523193 NaN NaN
median 5 -2.3378612995147705 NaN NaN
band 0 0 -1.8991554975509644 1.9100504517555237
band 0.05 0 -5.008187770843506 4.823096752166748
band 0.1 0 -6.1323606967926025 5.824054002761841
band 0.2 0 -7.514262676239014 7.205522537231445
band 0.4 0 -9.573473930358887 8.990203857421875
band 1 0 -13.923567771911621 12.250996589660645
band 2 0 -17.865103721618652 15.300411701202393
band 3 0 -19.982215881347656 17.32083511352539
band 4 0 -21.971978187561035 19.193509101867676
band 4.95 0 -23.38142204284668 20.929975509643555
band 5 0 -22.8571138381958 20.77571678161621
band 0 1 -1.1548375487327576 1.1392998099327087
band 0.05 1 -3.4413115978240967 3.203097701072693
band 0.1 1 -4.119971752166748 3.746054530143738
band 0.2 1 -4.902089357376099 4.497155666351318
band 0.4 1 -6.4677934646606445 5.456031560897827
band 1 1 -9.087035655975342 7.261561393737793
band 2 1 -11.50281286239624 8.783469676971436
band 3 1 -13.169305801391602 9.873414993286133
band 4 1 -14.345100402832031 10.671834945678711
band 4.95 1 -14.990611553192139 11.460165023803711
band 5 1 -15.08243179321289 11.8412446975708
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'dense2'
note[2] = ''
$p2s1 << EOD
median 0 0.008197350660338998 NaN NaN
median 0.05 -0.050180377438664436 NaN NaN
median 0.1 -0.11671849340200424 NaN NaN
median 0.2 -0.15596498548984528 NaN NaN
median 0.4 -0.24471644312143326 NaN NaN
median 1 -0.441675066947937 NaN NaN
median 2 -0.5815137028694153 NaN NaN
median 3 -0.67987060546875 NaN NaN
median 4 -0.7684485018253326 NaN NaN
median 4.95 -0.8403241038322449 NaN NaN
median 5 -0.8273882269859314 NaN NaN
band 0 0 -0.8790906965732574 0.8241595029830933
band 0.05 0 -1.5243518352508545 1.4719746708869934
band 0.1 0 -2.12750506401062 2.0269099473953247
band 0.2 0 -2.305074453353882 2.050640821456909
band 0.4 0 -2.4394842386245728 1.9948306679725647
band 1 0 -2.761761426925659 2.0069886445999146
band 2 0 -3.007940888404846 2.0955708026885986
band 3 0 -3.1101232767105103 2.1197311878204346
band 4 0 -3.265690326690674 2.19305956363678
band 4.95 0 -3.363338828086853 2.224495530128479
band 5 0 -3.3829116821289062 2.2397336959838867
band 0 1 -0.5384988188743591 0.5320630967617035
band 0.05 1 -1.044367492198944 0.9438310861587524
band 0.1 1 -1.4824589490890503 1.3945271968841553
band 0.2 1 -1.60232275724411 1.3895099759101868
band 0.4 1 -1.7180519700050354 1.3116565346717834
band 1 1 -2.0088199377059937 1.2092763781547546
band 2 1 -2.199586510658264 1.2496445775032043
band 3 1 -2.3060187101364136 1.2084025740623474
band 4 1 -2.425838828086853 1.1878076195716858
band 4.95 1 -2.525464415550232 1.2210968732833862
band 5 1 -2.5309723615646362 1.230814516544342
EOD
$p2s2 << EOD
median 0 -0.0035003015073016286 NaN NaN
median 0.05 0.004769152030348778 NaN NaN
median 0.1 -0.0027316604973748326 NaN NaN
median 0.2 0.001992869540117681 NaN NaN
median 0.4 -0.004924476146697998 NaN NaN
median 1 0.0014312501589301974 NaN NaN
median 2 -0.00038083898834884167 NaN NaN
median 3 -0.00498883705586195 NaN NaN
median 4 -0.007634704583324492 NaN NaN
median 4.95 -0.006402709637768567 NaN NaN
median 5 -0.0036027608439326286 NaN NaN
band 0 0 -1.626803994178772 1.6353080868721008
band 0.05 0 -1.6268596053123474 1.6111057996749878
band 0.1 0 -1.6184433102607727 1.6274434328079224
band 0.2 0 -1.6395817995071411 1.6399720907211304
band 0.4 0 -1.653691291809082 1.6551821827888489
band 1 0 -1.7160757184028625 1.7123339176177979
band 2 0 -1.8438976407051086 1.8443430662155151
band 3 0 -1.956598162651062 1.965334415435791
band 4 0 -2.0644235610961914 2.059424638748169
band 4.95 0 -2.15507435798645 2.167085289955139
band 5 0 -2.1637595891952515 2.174769639968872
band 0 1 -1.0584157705307007 1.0603184700012207
band 0.05 1 -1.1021058559417725 1.0970431566238403
band 0.1 1 -1.1063305139541626 1.1025636792182922
band 0.2 1 -1.1075330972671509 1.0984828472137451
band 0.4 1 -1.1098137497901917 1.101615846157074
band 1 1 -1.1398929953575134 1.1291601061820984
band 2 1 -1.189084231853485 1.1860656142234802
band 3 1 -1.2474573850631714 1.2371083498001099
band 4 1 -1.300053894519806 1.3014914989471436
band 4.95 1 -1.3451555371284485 1.3533437848091125
band 5 1 -1.3478140234947205 1.346208930015564
EOD
$p2s3 << EOD
median 0 0.01882301550358534 NaN NaN
median 0.05 0.018675907514989376 NaN NaN
median 0.1 -0.0005715461447834969 NaN NaN
median 0.2 0.00098015489129466 NaN NaN
median 0.4 -0.00844337441958487 NaN NaN
median 1 -0.01658717170357704 NaN NaN
median 2 -0.014228899031877518 NaN NaN
median 3 0.0028797302511520684 NaN NaN
median 4 0.006626131711527705 NaN NaN
median 4.95 -0.012563982978463173 NaN NaN
median 5 0.001363140414468944 NaN NaN
band 0 0 -1.8785279989242554 1.919026494026184
band 0.05 0 -1.9009832739830017 1.9105241298675537
band 0.1 0 -1.9241569638252258 1.9092337489128113
band 0.2 0 -1.9026981592178345 1.9425886869430542
band 0.4 0 -1.9327471852302551 1.9408006072044373
band 1 0 -2.009605884552002 1.9853283166885376
band 2 0 -2.1560245752334595 2.150068521499634
band 3 0 -2.2859548330307007 2.3401241302490234
band 4 0 -2.38578999042511 2.4372940063476562
band 4.95 0 -2.5183839797973633 2.5267099142074585
band 5 0 -2.517632246017456 2.5365684032440186
band 0 1 -1.1940627694129944 1.2476970553398132
band 0.05 1 -1.2587388157844543 1.2649957537651062
band 0.1 1 -1.259482741355896 1.2598207592964172
band 0.2 1 -1.2643296718597412 1.2888294458389282
band 0.4 1 -1.2723467350006104 1.282175064086914
band 1 1 -1.3244695663452148 1.3061876893043518
band 2 1 -1.4057865142822266 1.3852441310882568
band 3 1 -1.4482738375663757 1.4940124154090881
band 4 1 -1.505649745464325 1.5266153812408447
band 4.95 1 -1.5807541012763977 1.5657325983047485
band 5 1 -1.5788486003875732 1.5879110097885132
EOD
$p2s4 << EOD
median 0 0.006828893907368183 NaN NaN
median 0.05 -0.052350208163261414 NaN NaN
median 0.1 -0.1451675146818161 NaN NaN
median 0.2 -0.16513557732105255 NaN NaN
median 0.4 -0.26528576016426086 NaN NaN
median 1 -0.5120966583490372 NaN NaN
median 2 -0.5902617871761322 NaN NaN
median 3 -0.7207236588001251 NaN NaN
median 4 -0.8059098422527313 NaN NaN
median 4.95 -0.829178124666214 NaN NaN
median 5 -0.8362672030925751 NaN NaN
band 0 0 -1.0678012371063232 1.0437545776367188
band 0.05 0 -1.9848676919937134 1.8787614107131958
band 0.1 0 -2.3691965341567993 2.2365126609802246
band 0.2 0 -2.6032062768936157 2.2971723079681396
band 0.4 0 -2.846723198890686 2.2793545722961426
band 1 0 -3.183732032775879 2.3441466093063354
band 2 0 -3.471850633621216 2.529865026473999
band 3 0 -3.706315755844116 2.718502998352051
band 4 0 -3.8546228408813477 2.846488356590271
band 4.95 0 -4.026576042175293 2.8861151933670044
band 5 0 -4.021239995956421 2.8678979873657227
band 0 1 -0.6758844256401062 0.7046535909175873
band 0.05 1 -1.34633070230484 1.1620309352874756
band 0.1 1 -1.6451092958450317 1.4686046242713928
band 0.2 1 -1.7899467945098877 1.4998350739479065
band 0.4 1 -1.9957335591316223 1.4502557516098022
band 1 1 -2.262771248817444 1.428651213645935
band 2 1 -2.490649700164795 1.507797658443451
band 3 1 -2.6536777019500732 1.5665979385375977
band 4 1 -2.7786169052124023 1.6624217629432678
band 4.95 1 -2.8977855443954468 1.6429680585861206
band 5 1 -2.9127614498138428 1.666963279247284
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'dense3'
note[3] = ''
$p3s1 << EOD
median 0 -0.0009774137288331985 NaN NaN
median 0.05 -0.6338483691215515 NaN NaN
median 0.1 -0.7877047061920166 NaN NaN
median 0.2 -0.7750146389007568 NaN NaN
median 0.4 -1.02128267288208 NaN NaN
median 1 -1.5515286922454834 NaN NaN
median 2 -1.9703336954116821 NaN NaN
median 3 -2.1727274656295776 NaN NaN
median 4 -2.3486944437026978 NaN NaN
median 4.95 -2.4502663612365723 NaN NaN
median 5 -2.4549044370651245 NaN NaN
band 0 0 -0.8342996537685394 0.8441536724567413
band 0.05 0 -1.3749533295631409 0.41724152863025665
band 0.1 0 -2.1123955249786377 1.3824570178985596
band 0.2 0 -2.5321569442749023 1.7178592681884766
band 0.4 0 -2.923642635345459 1.5048369765281677
band 1 0 -3.5472073554992676 1.2034791111946106
band 2 0 -4.1889307498931885 0.9736476540565491
band 3 0 -4.514524459838867 0.9491604864597321
band 4 0 -4.793110609054565 1.018000304698944
band 4.95 0 -5.0681116580963135 1.0191628634929657
band 5 0 -5.095067739486694 1.0238999724388123
band 0 1 -0.5364397466182709 0.5291059017181396
band 0.05 1 -1.169919192790985 0.023903988301753998
band 0.1 1 -1.701859176158905 0.5682927370071411
band 0.2 1 -1.897477388381958 0.7907648980617523
band 0.4 1 -2.1849257946014404 0.597466915845871
band 1 1 -2.837295889854431 0.13013650849461555
band 2 1 -3.343352437019348 -0.1304965503513813
band 3 1 -3.6313822269439697 -0.23258321732282639
band 4 1 -3.8625444173812866 -0.3029946833848953
band 4.95 1 -4.0902862548828125 -0.34153860807418823
band 5 1 -4.121674537658691 -0.341938778758049
EOD
$p3s2 << EOD
median 0 0.003340937488246709 NaN NaN
median 0.05 -0.013906089123338461 NaN NaN
median 0.1 -0.03473527356982231 NaN NaN
median 0.2 -0.08067953959107399 NaN NaN
median 0.4 -0.13562335819005966 NaN NaN
median 1 -0.2786051630973816 NaN NaN
median 2 -0.4727368950843811 NaN NaN
median 3 -0.6166385114192963 NaN NaN
median 4 -0.7250167429447174 NaN NaN
median 4.95 -0.8252748847007751 NaN NaN
median 5 -0.8351848721504211 NaN NaN
band 0 0 -1.6366782784461975 1.633109450340271
band 0.05 0 -1.8064939379692078 1.7770912051200867
band 0.1 0 -1.8859288096427917 1.8457570672035217
band 0.2 0 -1.9631400108337402 1.8967686891555786
band 0.4 0 -2.0712658166885376 1.9348127841949463
band 1 0 -2.2923457622528076 1.9475433826446533
band 2 0 -2.6031711101531982 1.963857650756836
band 3 0 -2.835051655769348 1.9709750413894653
band 4 0 -3.0455503463745117 1.976115643978119
band 4.95 0 -3.1895252466201782 1.985987365245819
band 5 0 -3.2078360319137573 1.990617573261261
band 0 1 -1.0656363368034363 1.0592992901802063
band 0.05 1 -1.2688348889350891 1.2314403653144836
band 0.1 1 -1.3400209546089172 1.2825566530227661
band 0.2 1 -1.4145216345787048 1.3064440488815308
band 0.4 1 -1.5012378692626953 1.321226418018341
band 1 1 -1.6910372376441956 1.2813879251480103
band 2 1 -1.9346994161605835 1.2155528664588928
band 3 1 -2.119399070739746 1.1668596267700195
band 4 1 -2.2807477712631226 1.1240793466567993
band 4.95 1 -2.408429265022278 1.0903827548027039
band 5 1 -2.419464945793152 1.0830082297325134
EOD
$p3s3 << EOD
median 0 -0.0011870014714077115 NaN NaN
median 0.05 -0.025842837989330292 NaN NaN
median 0.1 -0.029739891178905964 NaN NaN
median 0.2 -0.10480700433254242 NaN NaN
median 0.4 -0.17239587754011154 NaN NaN
median 1 -0.35398636758327484 NaN NaN
median 2 -0.5635986328125 NaN NaN
median 3 -0.7313638031482697 NaN NaN
median 4 -0.883995771408081 NaN NaN
median 4.95 -0.9506447017192841 NaN NaN
median 5 -0.9709038734436035 NaN NaN
band 0 0 -1.928901731967926 1.9042195081710815
band 0.05 0 -2.0900593996047974 2.0544042587280273
band 0.1 0 -2.1734750270843506 2.1176748275756836
band 0.2 0 -2.2540162801742554 2.153626799583435
band 0.4 0 -2.37737774848938 2.167791247367859
band 1 0 -2.6924129724502563 2.187320113182068
band 2 0 -3.0265291929244995 2.2298964262008667
band 3 0 -3.3184784650802612 2.251311779022217
band 4 0 -3.594114899635315 2.244082450866699
band 4.95 0 -3.7242140769958496 2.278729557991028
band 5 0 -3.776236891746521 2.307161808013916
band 0 1 -1.2299964427947998 1.2224448919296265
band 0.05 1 -1.428343415260315 1.3990586996078491
band 0.1 1 -1.4742606282234192 1.4322247505187988
band 0.2 1 -1.5910613536834717 1.449756920337677
band 0.4 1 -1.6913774609565735 1.457549273967743
band 1 1 -1.950236201286316 1.3887057304382324
band 2 1 -2.2083346843719482 1.348046600818634
band 3 1 -2.467615008354187 1.3074414134025574
band 4 1 -2.6702301502227783 1.2513498067855835
band 4.95 1 -2.784940004348755 1.235729455947876
band 5 1 -2.800846815109253 1.2393929958343506
EOD
$p3s4 << EOD
median 0 -0.003202365944162011 NaN NaN
median 0.05 -0.6676470041275024 NaN NaN
median 0.1 -0.7878698110580444 NaN NaN
median 0.2 -0.8434624075889587 NaN NaN
median 0.4 -1.2453547716140747 NaN NaN
median 1 -1.820015549659729 NaN NaN
median 2 -2.27941358089447 NaN NaN
median 3 -2.5225090980529785 NaN NaN
median 4 -2.705012083053589 NaN NaN
median 4.95 -2.830439567565918 NaN NaN
median 5 -2.8351880311965942 NaN NaN
band 0 0 -1.1004021763801575 1.1355761885643005
band 0.05 0 -1.8263425827026367 0.8653540015220642
band 0.1 0 -2.506293296813965 1.6765742897987366
band 0.2 0 -2.94027841091156 1.8235152959823608
band 0.4 0 -3.453168749809265 1.6073896288871765
band 1 0 -4.30505108833313 1.313682496547699
band 2 0 -5.094594240188599 1.2780150771141052
band 3 0 -5.5285515785217285 1.253023386001587
band 4 0 -5.960380792617798 1.3606986999511719
band 4.95 0 -6.191655158996582 1.38796466588974
band 5 0 -6.250968933105469 1.3688839077949524
band 0 1 -0.678372323513031 0.6552864611148834
band 0.05 1 -1.456382155418396 0.2846936583518982
band 0.1 1 -1.9286736845970154 0.7713024318218231
band 0.2 1 -2.1771035194396973 0.815957248210907
band 0.4 1 -2.6608482599258423 0.5486333072185516
band 1 1 -3.394673466682434 0.09272479265928268
band 2 1 -4.005608081817627 -0.03981022536754608
band 3 1 -4.367279291152954 -0.19059660285711288
band 4 1 -4.66234827041626 -0.24700482189655304
band 4.95 1 -4.876516342163086 -0.2906052768230438
band 5 1 -4.890797853469849 -0.2715982645750046
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'dense4'
note[4] = ''
$p4s1 << EOD
median 0 0.036301491782069206 NaN NaN
median 0.05 0.15195995569229126 NaN NaN
median 0.1 0.18495597690343857 NaN NaN
median 0.2 0.5003651678562164 NaN NaN
median 0.4 0.10591812804341316 NaN NaN
median 1 -0.05686773732304573 NaN NaN
median 2 -0.07727139443159103 NaN NaN
median 3 -0.07172766327857971 NaN NaN
median 4 -0.1772182136774063 NaN NaN
median 4.95 -0.2022438645362854 NaN NaN
median 5 -0.24887477606534958 NaN NaN
band 0 0 -0.6913312375545502 0.6922457218170166
band 0.05 0 -1.3428590893745422 1.5512109994888306
band 0.1 0 -5.170742988586426 4.623129606246948
band 0.2 0 -7.736814975738525 6.303998231887817
band 0.4 0 -8.377034664154053 7.305263996124268
band 1 0 -7.584495544433594 7.671461820602417
band 2 0 -7.287735939025879 8.038455486297607
band 3 0 -7.097247123718262 8.268564224243164
band 4 0 -7.344992637634277 8.697174549102783
band 4.95 0 -7.189794063568115 8.951487064361572
band 5 0 -7.356183290481567 8.898558139801025
band 0 1 -0.531495213508606 0.5346997678279877
band 0.05 1 -1.0098308324813843 0.962390661239624
band 0.1 1 -3.399596333503723 3.505899667739868
band 0.2 1 -4.865410804748535 4.791255950927734
band 0.4 1 -5.220844745635986 5.047191619873047
band 1 1 -4.797179698944092 4.656982898712158
band 2 1 -4.669292688369751 4.549647808074951
band 3 1 -4.718107461929321 4.600104331970215
band 4 1 -4.811434030532837 4.51544451713562
band 4.95 1 -5.017974376678467 4.722821474075317
band 5 1 -4.936529159545898 4.742098331451416
EOD
$p4s2 << EOD
median 0 0.05079703591763973 NaN NaN
median 0.05 -0.36562129855155945 NaN NaN
median 0.1 -0.42034029960632324 NaN NaN
median 0.2 -0.47994667291641235 NaN NaN
median 0.4 -0.4206387996673584 NaN NaN
median 1 -0.3343242108821869 NaN NaN
median 2 -0.4097636193037033 NaN NaN
median 3 -0.4046791195869446 NaN NaN
median 4 -0.40881283581256866 NaN NaN
median 4.95 -0.40091702342033386 NaN NaN
median 5 -0.4948712885379791 NaN NaN
band 0 0 -0.7427485883235931 0.7621122002601624
band 0.05 0 -3.0775372982025146 4.600640535354614
band 0.1 0 -3.726084589958191 5.491853952407837
band 0.2 0 -4.31016206741333 6.0700249671936035
band 0.4 0 -4.946910858154297 6.72737979888916
band 1 0 -5.754286527633667 7.338021993637085
band 2 0 -6.037307500839233 7.993114709854126
band 3 0 -6.37843656539917 8.432326793670654
band 4 0 -6.539050102233887 8.784167289733887
band 4.95 0 -6.870436906814575 9.146446228027344
band 5 0 -6.869700193405151 9.223563194274902
band 0 1 -0.4530150592327118 0.5279436409473419
band 0.05 1 -2.2323544025421143 2.65459406375885
band 0.1 1 -2.620858073234558 3.0233136415481567
band 0.2 1 -2.9969582557678223 3.4430618286132812
band 0.4 1 -3.3030041456222534 3.740965723991394
band 1 1 -3.8397059440612793 4.121239185333252
band 2 1 -4.114771604537964 4.585524797439575
band 3 1 -4.3700432777404785 4.794956922531128
band 4 1 -4.5557472705841064 4.788741827011108
band 4.95 1 -4.798052549362183 4.948099136352539
band 5 1 -4.780845642089844 5.051751613616943
EOD
$p4s3 << EOD
median 0 0.025148472283035517 NaN NaN
median 0.05 -0.3815113306045532 NaN NaN
median 0.1 -0.43738025426864624 NaN NaN
median 0.2 -0.4268449544906616 NaN NaN
median 0.4 -0.3711850196123123 NaN NaN
median 1 -0.3609234690666199 NaN NaN
median 2 -0.42220020294189453 NaN NaN
median 3 -0.4342115521430969 NaN NaN
median 4 -0.5330902338027954 NaN NaN
median 4.95 -0.40819068253040314 NaN NaN
median 5 -0.5030190050601959 NaN NaN
band 0 0 -0.7780948281288147 0.7756088972091675
band 0.05 0 -3.2372961044311523 4.742060899734497
band 0.1 0 -3.838320016860962 5.610866546630859
band 0.2 0 -4.487134218215942 6.106233835220337
band 0.4 0 -5.0390942096710205 6.650452136993408
band 1 0 -5.752171039581299 7.356925010681152
band 2 0 -5.9072113037109375 7.954946279525757
band 3 0 -6.254320383071899 8.317334175109863
band 4 0 -6.489137172698975 8.736573696136475
band 4.95 0 -6.686349391937256 8.999997615814209
band 5 0 -6.572036266326904 9.083112716674805
band 0 1 -0.460924968123436 0.5390121638774872
band 0.05 1 -2.3490800857543945 2.7737319469451904
band 0.1 1 -2.6350327730178833 3.1504865884780884
band 0.2 1 -3.079231858253479 3.5155664682388306
band 0.4 1 -3.3723278045654297 3.7694005966186523
band 1 1 -3.8485881090164185 4.164788722991943
band 2 1 -4.02984619140625 4.471400737762451
band 3 1 -4.370678901672363 4.74509859085083
band 4 1 -4.459156513214111 4.667080640792847
band 4.95 1 -4.668328523635864 4.807128429412842
band 5 1 -4.594675302505493 4.975598573684692
EOD
$p4s4 << EOD
median 0 0.025157151743769646 NaN NaN
median 0.05 0.25958625972270966 NaN NaN
median 0.1 0.2450142651796341 NaN NaN
median 0.2 0.2289508432149887 NaN NaN
median 0.4 -0.1024339348077774 NaN NaN
median 1 -0.08766782283782959 NaN NaN
median 2 -0.18445269018411636 NaN NaN
median 3 -0.2127431184053421 NaN NaN
median 4 -0.31749726831912994 NaN NaN
median 4.95 -0.3233284056186676 NaN NaN
median 5 -0.30340713262557983 NaN NaN
band 0 0 -0.738534152507782 0.691956639289856
band 0.05 0 -2.2648122310638428 2.2516762018203735
band 0.1 0 -5.572150468826294 5.121949195861816
band 0.2 0 -7.194166660308838 6.36828088760376
band 0.4 0 -7.3409223556518555 6.954113721847534
band 1 0 -6.95782208442688 7.432456016540527
band 2 0 -6.83290696144104 7.875060319900513
band 3 0 -6.777216196060181 8.149291515350342
band 4 0 -6.894021511077881 8.475118637084961
band 4.95 0 -6.830828428268433 8.720075607299805
band 5 0 -6.8568480014801025 8.802763938903809
band 0 1 -0.597382515668869 0.5248052477836609
band 0.05 1 -1.7460340857505798 1.6513333320617676
band 0.1 1 -3.5897092819213867 3.7822412252426147
band 0.2 1 -4.719985246658325 4.666215658187866
band 0.4 1 -4.728101015090942 4.686379909515381
band 1 1 -4.460938930511475 4.3129563331604
band 2 1 -4.47383451461792 4.521834850311279
band 3 1 -4.519089698791504 4.3951735496521
band 4 1 -4.594182252883911 4.442416191101074
band 4.95 1 -4.697211980819702 4.482276916503906
band 5 1 -4.773379802703857 4.667056560516357
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

# ---- Small multiples: a panel for each line of each panel, the others faint behind it. The next programs draw them. ----
# Where some lines are references, these alone stand behind all panels, in their colours, and a key names them.

with_faint = 1
if (bands) { references = '' }
in_key(k) = strstrt(references . ' ', sprintf(' %d ', k)) > 0
of_key(list) = words(list) == 0 ? '' : (in_key(nth(list, 1)) ? ' ' . word(list, 1) : '') . of_key(rest_of(list))
cells = 0
do for [p = 1:panels] { cells = cells + words(shown[p]) }
array m_title[cells + 1]; array m_note[cells + 1]; array m_low[cells + 1]; array m_high[cells + 1]; array m_end[cells + 1]
array m_line[cells + 1]; array m_data[cells + 1]; array m_rest[cells + 1]; array m_marks[cells + 1]; array m_theory[cells + 1]
# Bands stand in a row for each line where a row has room for all panels; other lines stand by panel.
rowwise = bands && panels > 1 && panels <= 5
c = 0
set_cell = "c = c + 1; m_title[c] = panel_title[p] eq '' ? label[k] : label[k] . ', ' . panel_title[p]; " . \
    "m_note[c] = k == nth(shown[p], 1) ? note[p] : ''; m_low[c] = low[p]; m_high[c] = high[p]; m_end[c] = x_end[p]; " . \
    "m_line[c] = sprintf(' %d', k); m_data[c] = p; m_rest[c] = bands ? '' : references eq '' ? shown[p] : of_key(shown[p]); m_marks[c] = with_marks[p]; m_theory[c] = with_theory[p]"
has(p, k) = strstrt(shown[p] . ' ', sprintf(' %d ', k)) > 0
if (rowwise) { do for [k = 1:entries] { do for [p = 1:panels] { if (has(p, k)) { eval set_cell } } } }
if (!rowwise) { do for [p = 1:panels] { do for [k = 1:entries] { if (has(p, k)) { eval set_cell } } } }
columns_wanted = rowwise ? panels : 0
if (cells) {
    panels = cells
    do for [pair in 'panel_title=m_title note=m_note low=m_low high=m_high x_end=m_end shown=m_line data_of=m_data faint_lines=m_rest with_marks=m_marks with_theory=m_theory'] {
        to = pair[1:strstrt(pair, '=')-1]; from = pair[strstrt(pair, '=')+1:*]
        eval sprintf('array %s[%d]; do for [c = 1:%d] { %s[c] = %s[c] }', to, cells, cells, to, from)
    }
    panel_columns = max(1, min(columns_wanted ? columns_wanted : min(panels, 5), int(width/1.35)))
    panel_rows = ceiling(1.0*panels/panel_columns)
    n_key = words(references); widest_label = 1
    do for [k in references] { widest_label = max(widest_label, strlen(label[int(k)])) }
    eval set_key_size
    if (n_key == 0) { key_inch = 0.05 }
}

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
